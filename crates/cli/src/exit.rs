//! How a run ends, as other programs see it.

/// How a run ended, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing is wrong.
    Fine,
    /// Something could not be decided; nothing else is wrong.
    Undecided,
    /// There are findings at or above the threshold.
    Findings,
    /// The input could not be compiled, or the output not be written.
    NotDone,
    /// The command was used wrongly.
    WrongUse,
}

impl Exit {
    /// The exit code. The codes are part of the command line and stay as they are.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::WrongUse => 2,
            Self::NotDone => 3,
            Self::Undecided => 4,
        }
    }

    /// The worse of two ends.
    pub(crate) fn worse(self, other: Self) -> Self {
        self.max(other)
    }
}
