//! Mistakes of form, from the nodes that the grammar made of them to words.

use enquire_diagnostics::codes::{
    CURLY_QUOTATION_MARKS, MISSING_BLOCK, MISSING_CONDITION, MISSING_ID, MISSING_OPERAND, MISSING_WORDING,
    NESTING_TOO_DEEP, STRAY_BRACE, UNCLOSED_BLOCK, UNCLOSED_PARENTHESIS, UNCLOSED_TEXT, UNEXPECTED_TEXT,
};
use enquire_diagnostics::{Diagnostic, FileId, Fix, Rule, Span};
use rowan::{NodeOrToken, TextRange, TextSize};

use crate::view::{TextView, span_of};
use crate::{Element, MOST_NESTED, MOST_OPERATORS, Node, SyntaxKind, Token, unclosed};

/// The finding that block or parenthesis at byte `at` is nested too deep.
pub(crate) fn too_deep(file: FileId, at: usize) -> Diagnostic {
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    Diagnostic::new(
        &NESTING_TOO_DEEP,
        Span::new(file, start, start.saturating_add(1)),
        format!("this is nested more than {MOST_NESTED} deep"),
    )
    .with_primary_label("too deep from here on, so the file was not read")
    .with_help("close blocks and parentheses before this place, or divide the instrument into sections that stand side by side")
}

/// Every mistake in the tree of `file`, in the order of the text.
pub(crate) fn find(file: FileId, root: &Node) -> Vec<Diagnostic> {
    let unclosed = unclosed::culprits(root);
    let mut search = Search { file, found: Vec::new(), reported_to: None, blockless: 0 };
    search.found.extend(unclosed.iter().map(|brace| unclosed_block(file, brace)));
    for element in root.descendants_with_tokens() {
        search.element(&element);
    }
    search.found.sort_by_key(|finding| finding.span().start);
    search.found
}

struct Search {
    file: FileId,
    found: Vec<Diagnostic>,
    /// Where the text ends in which a mistake was reported: what is skipped right after it is the same mistake.
    reported_to: Option<TextSize>,
    /// How many declarations before lack the opening brace of their block.
    blockless: usize,
}

impl Search {
    fn element(&mut self, element: &Element) {
        match element {
            NodeOrToken::Node(node) => self.node(node),
            NodeOrToken::Token(token) => self.token(token),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other nodes are in order")]
    fn node(&mut self, node: &Node) {
        match node.kind() {
            SyntaxKind::MissingId => self.missing(&MISSING_ID, node, |owner| {
                (
                    format!("this {owner} has no id"),
                    "give it one after the word, such as `legal_aid`: small letters, digits and `_`",
                )
            }),
            SyntaxKind::MissingWording => self.missing(&MISSING_WORDING, node, |owner| {
                (format!("this {owner} has no wording"), "write its words in quotation marks after its id")
            }),
            SyntaxKind::MissingBlock => {
                self.blockless += 1;
                self.missing(&MISSING_BLOCK, node, |owner| {
                    (format!("this {owner} has no block"), "write what belongs to it between `{` and `}`")
                });
            }
            SyntaxKind::MissingOperand => self.missing(&MISSING_OPERAND, node, |_| {
                ("something is missing after this".to_owned(), operand_help(node))
            }),
            SyntaxKind::MissingCondition => self.missing(&MISSING_CONDITION, node, |_| {
                ("a condition is missing after this".to_owned(), "write what has to hold, such as `redress = yes`")
            }),
            SyntaxKind::UnclosedParen => {
                if let Some(open) = opening(node) {
                    self.report(
                        Diagnostic::new(
                            &UNCLOSED_PARENTHESIS,
                            span_of(self.file, open.text_range()),
                            "this parenthesis is not closed",
                        )
                        .with_help("write `)` where it ends"),
                        node.text_range().end(),
                    );
                }
            }
            // The brace that would have closed a block whose opening brace is missing is the same mistake.
            SyntaxKind::StrayBrace if self.blockless > 0 => self.blockless -= 1,
            SyntaxKind::StrayBrace => self.report(
                Diagnostic::new(&STRAY_BRACE, span_of(self.file, node.text_range()), "this brace closes nothing")
                    .with_help("delete it, or look above for a block that was closed too early"),
                node.text_range().end(),
            ),
            SyntaxKind::Sum | SyntaxKind::Product => self.chain(node),
            SyntaxKind::StrayOpen => self.report(
                Diagnostic::new(&UNEXPECTED_TEXT, span_of(self.file, node.text_range()), "this brace opens nothing")
                    .with_help("delete it: the options stand between one pair of braces"),
                node.text_range().end(),
            ),
            SyntaxKind::StrayBlock => {
                let brace = TextRange::at(node.text_range().start(), 1.into());
                self.report(
                    Diagnostic::new(&UNEXPECTED_TEXT, span_of(self.file, brace), "this block belongs to nothing")
                        .with_help("write before it what it is, such as `section access \"Access to justice\" {`"),
                    node.text_range().start(),
                );
            }
            _ => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other tokens are in order")]
    fn token(&mut self, token: &Token) {
        let range = token.text_range();
        let finding = match token.kind() {
            SyntaxKind::UnclosedText => {
                Diagnostic::new(&UNCLOSED_TEXT, span_of(self.file, TextRange::at(range.start(), 1.into())), "this text is not closed")
                    .with_help("write a second quotation mark where the text ends; a text of several lines stands between `\"\"\"` and `\"\"\"`")
            }
            SyntaxKind::CurlyText => curly(self.file, token),
            SyntaxKind::UnclosedTextBlock => {
                Diagnostic::new(&UNCLOSED_TEXT, span_of(self.file, TextRange::at(range.start(), 3.into())), "this text block is not closed")
                    .with_help("write `\"\"\"` on a line of its own after its last line")
            }
            SyntaxKind::UnexpectedText | SyntaxKind::UnexpectedInGroup if !self.is_same_mistake(token) => {
                unexpected(self.file, token, "this cannot stand here")
                    .with_help("a clause ends with its line: delete this, or put texts in quotation marks")
            }
            SyntaxKind::UnexpectedItem if !self.is_same_mistake(token) => {
                unexpected(self.file, token, "no declaration or clause begins like this")
                    .with_help("a line begins with a word such as `question` or `answer`; a comment begins with `//`")
            }
            SyntaxKind::Unread => unexpected(self.file, token, "this was not read"),
            _ => return,
        };
        self.report(finding, range.end());
    }

    /// Reports a chain of more operators than can be worked with.
    fn chain(&mut self, node: &Node) {
        let operators = node.children_with_tokens().filter_map(NodeOrToken::into_token);
        let is_operator = |it: &Token| {
            matches!(it.kind(), SyntaxKind::Plus | SyntaxKind::Minus | SyntaxKind::Star | SyntaxKind::Slash)
        };
        if let Some(operator) = operators.filter(is_operator).nth(MOST_OPERATORS) {
            let at = span_of(self.file, operator.text_range());
            self.report(
                Diagnostic::new(&NESTING_TOO_DEEP, at, format!("more than {MOST_OPERATORS} operators stand in a row"))
                    .with_help("work out parts of it as computed values of their own, or take a `sum` over a table"),
                node.text_range().end(),
            );
        }
    }

    fn missing(&mut self, rule: &'static Rule, node: &Node, words: impl Fn(&str) -> (String, &'static str)) {
        // What has nothing before it stands for itself: the words of an option without its code.
        let Some(before) = word_before(node).or_else(|| node.next_sibling_or_token()?.into_token()) else { return };
        let owner = owner(node);
        let (message, help) = words(&owner);
        let finding = Diagnostic::new(rule, span_of(self.file, before.text_range()), message).with_help(help);
        self.report(finding, node.text_range().end());
    }

    /// Adds `finding`, unless the text right before it was already found faulty.
    fn report(&mut self, finding: Diagnostic, to: TextSize) {
        self.found.push(finding);
        self.reported_to = Some(to);
    }

    /// Whether only blanks stand between `token` and the last mistake.
    fn is_same_mistake(&self, token: &Token) -> bool {
        let Some(reported_to) = self.reported_to else {
            return false;
        };
        let mut before = token.prev_token();
        while let Some(blank) =
            before.as_ref().filter(|it| it.kind() == SyntaxKind::Blank && it.text_range().start() >= reported_to)
        {
            before = blank.prev_token();
        }
        before.is_none_or(|it| it.text_range().end() <= reported_to)
    }
}

/// A text between the quotation marks of a word processor, with the edit that puts plain ones.
fn curly(file: FileId, token: &Token) -> Diagnostic {
    let at = span_of(file, token.text_range());
    let words = TextView::of(token.clone()).map(|it| it.value()).unwrap_or_default().replace('"', "\\\"");
    Diagnostic::new(&CURLY_QUOTATION_MARKS, at, "these are the quotation marks of a word processor")
        .with_help("write plain ones, `\"`; turn off what changes them while you type")
        .with_fix(Fix::safe("write plain quotation marks").with_edit(at, format!("\"{words}\"")))
}

fn unclosed_block(file: FileId, brace: &Token) -> Diagnostic {
    Diagnostic::new(&UNCLOSED_BLOCK, span_of(file, brace.text_range()), "this block is not closed")
        .with_primary_label("opened here")
        .with_help("write `}` on a line of its own where the block ends")
}

fn unexpected(file: FileId, token: &Token, message: &str) -> Diagnostic {
    let kept = token.text().trim_end().len();
    let range = TextRange::at(token.text_range().start(), TextSize::try_from(kept).unwrap_or_default());
    Diagnostic::new(&UNEXPECTED_TEXT, span_of(file, range), message)
}

/// The last word or mark before `node`, which is empty.
fn word_before(node: &Node) -> Option<Token> {
    let mut token = match node.prev_sibling_or_token()? {
        NodeOrToken::Node(before) => before.last_token(),
        NodeOrToken::Token(token) => Some(token),
    };
    while let Some(blank) = token.as_ref().filter(|it| it.kind().is_trivia()) {
        token = blank.prev_token();
    }
    token
}

/// What the missing part belongs to, in the language's words.
fn owner(node: &Node) -> String {
    let Some(parent) = node.parent() else {
        return "declaration".to_owned();
    };
    parent.kind().declaration().map_or_else(
        || {
            if parent.kind() == SyntaxKind::ChoiceGroup { "group of options".to_owned() } else { "option".to_owned() }
        },
        |kind| kind.word().to_owned(),
    )
}

/// What may stand after an operator, by the operator.
fn operand_help(node: &Node) -> &'static str {
    match word_before(node).map(|it| it.kind()) {
        Some(SyntaxKind::InWord) => "write the options in parentheses, such as `in (yes, in_part)`",
        Some(SyntaxKind::IsWord) => "write a state, such as `is answered`, `is unanswered` or `is not_known`",
        _ => "write the id of a question, an option, a number, a date or a text in quotation marks",
    }
}

fn opening(node: &Node) -> Option<Token> {
    node.parent()?
        .children_with_tokens()
        .filter_map(NodeOrToken::into_token)
        .find(|it| it.kind() == SyntaxKind::OpenParen)
}
