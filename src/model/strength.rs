//! How strong a tension is: a small number that lines are compared by, never a measure of the world.

use super::TensionKind;

/// The strength of a tension, from 0; what the words show adds to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strength(u8);

/// What a tension shows of its strength.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// The weight of the words of strain in its sentence.
    pub strain: u32,
    /// Whether the text says whom the words speak against.
    pub target: bool,
    /// Whether each pole names another actor.
    pub parties: bool,
}

/// More strain than this makes a tension no stronger: two words of open conflict.
const MOST_STRAIN: u32 = 4;

impl Strength {
    /// From this strength on a tension is marked as strong.
    pub const STRONG: Self = Self(4);

    /// The strength of a tension of `kind` that shows `signs`.
    ///
    /// A concession adds 2 and a contrast 1: one holds *although* the other does, where two things may just differ. Strain adds its
    /// weight up to 4, a target 1, two actors set against each other 2.
    pub fn of(kind: TensionKind, signs: Signs) -> Self {
        let cue = match kind {
            TensionKind::Concession => 2,
            TensionKind::Contrast => 1,
            TensionKind::Strain => 0,
        };
        let strain = u8::try_from(signs.strain.min(MOST_STRAIN)).unwrap_or_default();
        Self(cue + strain + u8::from(signs.target) + 2 * u8::from(signs.parties))
    }

    /// Whether it is marked as strong.
    pub fn is_strong(self) -> bool {
        self >= Self::STRONG
    }

    /// The number.
    pub fn value(self) -> u8 {
        self.0
    }
}
