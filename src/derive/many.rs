//! Many strings looked for in one pass, however they overlap: the automaton of Aho and Corasick (1975), as deep as the longest of them.

/// Strings looked for, and how far a text has been read.
#[derive(Debug)]
pub(super) struct Many {
    nodes: Vec<Node>,
    /// The node of what was read last.
    at: u32,
    /// The strings not met yet.
    left: usize,
}

/// What some of the strings begin with.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Its last byte.
    byte: u8,
    /// The first of the nodes that are one byte longer; they are neighbours, and those of the next node follow them.
    longer: u32,
    /// The longest other node that it ends with.
    tail: u32,
    /// It, or the nearest of its tails that was a string not met yet; the root where there is none.
    met: u32,
    /// The string that it is, counted from 1.
    string: u32,
}

impl Many {
    /// Looks for `strings`, which are in order and differ; one without a byte is met nowhere.
    pub(super) fn new(strings: &[&str]) -> Self {
        let mut nodes = vec![Node::default()];
        // For each node the strings that begin with it. Nodes come in the order of their length.
        let mut ranges = vec![(0, strings.len())];
        let (mut at, mut length, mut last_of_length) = (0, 0, 0);
        while let Some(&(from, to)) = ranges.get(at) {
            let longer = number(nodes.len());
            let own = strings.get(from..to).unwrap_or_default();
            let mut string = 0;
            for (place, text) in (from..).zip(own) {
                let Some(&byte) = text.as_bytes().get(length) else {
                    string = number(place + 1);
                    continue;
                };
                match (nodes.last(), ranges.last_mut()) {
                    (Some(last), Some(range)) if nodes.len() > longer as usize && last.byte == byte => range.1 = place + 1,
                    _ => {
                        nodes.push(Node { byte, ..Node::default() });
                        ranges.push((place, place + 1));
                    }
                }
            }
            if let Some(node) = nodes.get_mut(at) {
                (node.longer, node.string) = (longer, if length > 0 { string } else { 0 });
            }
            if at == last_of_length {
                (length, last_of_length) = (length + 1, nodes.len() - 1);
            }
            at += 1;
        }
        let left = strings.iter().filter(|string| !string.is_empty()).count();
        let mut many = Self { nodes, at: 0, left };
        many.link();
        many
    }

    /// Finds the tails, the shorter ones first.
    fn link(&mut self) {
        for at in 0..number(self.nodes.len()) {
            let tail = self.node(at).tail;
            for longer in self.longer(at) {
                let byte = self.node(longer).byte;
                let tail = if at == 0 { 0 } else { self.step(tail, byte) };
                let met = if self.node(longer).string > 0 { longer } else { self.node(tail).met };
                self.set(longer, |node| (node.tail, node.met) = (tail, met));
            }
        }
    }

    /// Reads one byte more, and gives `met` the number of each string that ends with it for the first time.
    pub(super) fn read(&mut self, byte: u8, mut met: impl FnMut(usize)) {
        self.at = self.step(self.at, byte);
        let mut found = self.node(self.at).met;
        while found != 0 {
            let Node { string, tail, met: nearest, .. } = self.node(found);
            if let Some(string) = (string as usize).checked_sub(1) {
                met(string);
                self.left -= 1;
            }
            // All that it ends with is met now: whoever comes here again, from wherever, goes no further.
            let next = if nearest == found { self.node(tail).met } else { nearest };
            self.set(found, |node| (node.string, node.met) = (0, 0));
            found = next;
        }
        self.set(self.at, |node| node.met = 0);
    }

    /// Whether all strings were met.
    pub(super) fn is_done(&self) -> bool {
        self.left == 0
    }

    /// The longest node that the node `from` with one byte more ends with.
    fn step(&self, mut from: u32, byte: u8) -> u32 {
        loop {
            let longer = self.longer(from);
            let (first, all) = (longer.start, self.nodes.get(longer.start as usize..longer.end as usize).unwrap_or_default());
            match all.binary_search_by_key(&byte, |node| node.byte) {
                Ok(place) => return first + number(place),
                Err(_) if from == 0 => return 0,
                Err(_) => from = self.node(from).tail,
            }
        }
    }

    fn longer(&self, at: u32) -> std::ops::Range<u32> {
        let end = self.nodes.get(at as usize + 1).map_or(number(self.nodes.len()), |next| next.longer);
        self.node(at).longer..end
    }

    fn node(&self, at: u32) -> Node {
        self.nodes.get(at as usize).copied().unwrap_or_default()
    }

    fn set(&mut self, at: u32, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(at as usize) {
            change(node);
        }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Many;

    /// Where each of `strings` ends first in `text`.
    fn ends(strings: &[&str], text: &str) -> Vec<Option<usize>> {
        let mut many = Many::new(strings);
        let mut ends = vec![None; strings.len()];
        for (at, byte) in text.bytes().enumerate() {
            many.read(byte, |string| assert_eq!(ends[string].replace(at + 1), None));
        }
        let sought = strings.iter().zip(&ends).filter(|(string, _)| !string.is_empty());
        assert_eq!(many.is_done(), sought.clone().all(|(_, end)| end.is_some()));
        ends
    }

    proptest! {
        #[test]
        fn each_is_met_where_it_stands_first(strings in prop::collection::btree_set("[abé]{0,5}", 0..9), text in "[abcé]{0,60}") {
            let strings: Vec<&str> = strings.iter().map(String::as_str).collect();
            let place = |string: &&str| text.find(string).filter(|_| !string.is_empty()).map(|at| at + string.len());
            prop_assert_eq!(ends(&strings, &text), strings.iter().map(place).collect::<Vec<_>>());
        }
    }

    #[test]
    fn strings_that_hold_one_another_are_met_in_one_pass() {
        let strings: Vec<String> = (1..1000).map(|times| "a".repeat(times)).chain([["a"; 500].concat() + "b"]).collect();
        let strings: Vec<&str> = strings.iter().map(String::as_str).collect();
        let text = "a".repeat(1_000_000);
        let found = ends(&strings, &text);
        assert!(found.iter().take(999).zip(1..).all(|(end, times)| *end == Some(times)) && found[999].is_none());
    }
}
