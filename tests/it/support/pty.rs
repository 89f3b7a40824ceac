//! The real binary in a terminal: typed at, waited for by what it shows, never by the clock.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen may take to come; only a failing test ever waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// The binary, its terminal and what the terminal shows.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// The line discipline before anything ran.
    modes_before: String,
    /// Everything that was written.
    pub written: Vec<u8>,
    /// A home folder of its own; state and config lie in it.
    pub home: tempfile::TempDir,
}

impl Session {
    /// Starts attache with `arguments` on a terminal of this size.
    pub fn start(arguments: &[&Path], columns: u16, rows: u16) -> Self {
        Self::with(arguments, columns, rows, |_, _| {})
    }

    /// The same, with the command and the home folder prepared further.
    pub fn with(arguments: &[&Path], columns: u16, rows: u16, prepare: impl FnOnce(&mut CommandBuilder, &Path)) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments);
        Self::run(command, columns, rows, prepare)
    }

    /// Runs a line of shell, with the binary's path in `$ATTACHE`.
    pub fn shell(line: &str, columns: u16, rows: u16, prepare: impl FnOnce(&mut CommandBuilder)) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", line]);
        Self::run(command, columns, rows, |command, _| {
            command.env("ATTACHE", env!("CARGO_BIN_EXE_attache"));
            command.env("PATH", "/usr/bin:/bin");
            prepare(command);
        })
    }

    fn run(mut command: CommandBuilder, columns: u16, rows: u16, prepare: impl FnOnce(&mut CommandBuilder, &Path)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let pair = native_pty_system().openpty(PtySize { rows, cols: columns, ..PtySize::default() }).unwrap();
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.cwd(home.path());
        prepare(&mut command, home.path());
        let modes_before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0);
        Self { child, master: pair.master, writer, output, screen, modes_before, written: Vec::new(), home }
    }

    /// Types these bytes.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Waits until the screen is as `wanted`, and gives it.
    #[track_caller]
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        loop {
            let shown = self.screen.screen().contents();
            if wanted(&shown) {
                return shown;
            }
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("{error}; the screen is\n{shown}"),
            }
        }
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> String {
        self.until(|shown| shown.contains(text))
    }

    /// The terminal as it stands.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.screen.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(PtySize { rows, cols: columns, ..PtySize::default() }).unwrap();
        self
    }

    /// The terminal is what a shell would find: the main screen, a cursor, no mode left on, the line discipline as it was before.
    #[track_caller]
    pub fn is_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste(), "{:?}", screen.contents());
        assert_eq!(modes(self.master.as_ref()), self.modes_before);
    }

    /// The process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end; the exit code.
    pub fn end(&mut self) -> u32 {
        let status = self.child.wait().unwrap();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.take(&bytes);
        }
        status.exit_code()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend(bytes);
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
