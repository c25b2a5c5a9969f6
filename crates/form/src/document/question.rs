//! Questions, what stands around them, and groups of blanks that are no questions.

use serde::{Deserialize, Serialize};

use super::{AnswerBox, Block, Choices, Field, Input, Line, Prose};

/// A question with the room for its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its id, the key of its answer in a reply.
    pub id: String,
    /// Where references to it lead.
    pub anchor: String,
    /// How many questions stand above it: 0, or more for a sub-question.
    pub depth: u8,
    /// Its own number as printed beside it, such as `4` or `(a)`.
    pub number: Option<String>,
    /// Its full name, such as `Question 4 (a)`.
    pub name: Line,
    /// Its words.
    pub wording: Prose,
    /// Under which condition it is asked.
    pub condition: Option<Line>,
    /// Whether an answer is expected, in words.
    pub required: Option<Line>,
    /// What helps to answer.
    pub guidance: Option<Prose>,
    /// An example of an answer, with its label.
    pub example: Option<(Line, Prose)>,
    /// How to answer, such as `Tick one box.`
    pub instruction: Option<Line>,
    /// Where the answer goes.
    pub answer: AnswerBox,
    /// Boxes for what may be given instead of an answer.
    pub instead: Option<Choices>,
    /// Where to go on after which answer.
    pub skips: Vec<Line>,
    /// What else the respondent should know: attachments, what is checked.
    pub remarks: Vec<Line>,
    /// Provisions that stand behind it, in small print.
    pub cites: Option<Line>,
    /// Room to name what is sent along with the answer.
    pub attachments: Option<Room>,
    /// Room for a comment.
    pub comment: Option<Room>,
    /// Its sub-questions and what stands between them.
    pub inner: Vec<Block>,
}

/// Room beside the answer, such as the one for a comment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Room {
    /// What stands beside it.
    pub label: Line,
    /// The room.
    pub input: Input,
}

/// Blocks under one condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Which questions it covers and when they are to be answered.
    pub condition: Condition,
    /// What stands under the condition.
    pub blocks: Vec<Block>,
}

/// A condition over a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The whole instruction.
    pub words: Line,
    /// The ids of the questions it covers.
    pub covers: Vec<String>,
}

/// A group of blanks that is no question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// What it is called.
    pub title: Line,
    /// Where references to it lead.
    pub anchor: String,
    /// What helps to fill it in.
    pub guidance: Option<Line>,
    /// Its blanks.
    pub fields: Vec<Field>,
}

/// A value that follows from answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// Where references to it lead.
    pub anchor: String,
    /// What it is called.
    pub label: Line,
    /// How it is worked out, in words.
    pub rule: Line,
    /// Where it is written.
    pub input: Input,
}
