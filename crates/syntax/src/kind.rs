//! The kinds of node and token, and which of the grammar's rules makes which.

use crate::grammar::Rule;

/// The language, as rowan asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Enquire {}

/// What a rule of the grammar becomes in the tree.
pub(crate) enum Shape {
    /// A node with children.
    Node(SyntaxKind),
    /// A node only if it has more than one child: the levels of an expression.
    Level(SyntaxKind),
    /// A token.
    Token(SyntaxKind),
    /// An empty node that stands for what is missing.
    Missing(SyntaxKind),
    /// Nothing: its text is that of its parts.
    Nothing,
}

macro_rules! syntax_kinds {
    (
        nodes { $($node_rule:ident => $node:ident,)* }
        levels { $($level_rule:ident => $level:ident,)* }
        tokens { $($token_rule:ident => $token:ident,)* }
        missing { $($missing_rule:ident => $missing:ident,)* }
        nothing { $($nothing_rule:ident,)* }
    ) => {
        /// The kind of a node or token: one for each rule of the grammar that leaves a trace in the tree, a whole file and what is not read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        #[allow(missing_docs, reason = "the names are those of the grammar's rules")]
        pub enum SyntaxKind {
            $($node,)* $($level,)* $($token,)* $($missing,)*
            File, Unread,
        }

        const KINDS: &[SyntaxKind] = &[
            $(SyntaxKind::$node,)* $(SyntaxKind::$level,)* $(SyntaxKind::$token,)* $(SyntaxKind::$missing,)*
            SyntaxKind::File, SyntaxKind::Unread,
        ];

        pub(crate) fn shape(rule: Rule) -> Shape {
            match rule {
                $(Rule::$node_rule => Shape::Node(SyntaxKind::$node),)*
                $(Rule::$level_rule => Shape::Level(SyntaxKind::$level),)*
                $(Rule::$token_rule => Shape::Token(SyntaxKind::$token),)*
                $(Rule::$missing_rule => Shape::Missing(SyntaxKind::$missing),)*
                $(Rule::$nothing_rule => Shape::Nothing,)*
            }
        }
    };
}

syntax_kinds! {
    nodes {
        block => Block, stray_block => StrayBlock, stray_brace => StrayBrace, stray_open => StrayOpen,
        instrument => Instrument, library => Library, standard => Standard, section => Section, question => Question,
        scale => Scale, record => Record, field => Field, column => Column, pattern => Pattern, term => Term,
        report => Report, chapter => Chapter, computed => Computed, part => Part, heading => Heading,
        provision => Provision, when => When, clause => Clause,
        choices => Choices, choice => Choice, choice_group => ChoiceGroup, stray_string => StrayString,
        condition => Condition, formula => Formula, group => Group, range => Range,
        expression => Expression, list => List, duration => Duration, call => Call, argument => Argument,
        filter => Filter, path => Path, parenthesis => Parenthesis,
    }
    levels {
        disjunction => Disjunction, conjunction => Conjunction, negation => Negation, comparison => Comparison,
        sum => Sum, product => Product, factor => Factor,
    }
    tokens {
        mark => Mark, blank => Blank, newline => Newline, comment => Comment,
        open_brace => OpenBrace, close_brace => CloseBrace, open_paren => OpenParen, close_paren => CloseParen,
        comma => Comma, colon => Colon, dot => Dot, dash => Dash, equals => Equals,
        plus => Plus, minus => Minus, star => Star, slash => Slash, comparator => Comparator,
        string => Text, unclosed_string => UnclosedText, curly_string => CurlyText, text_block => TextBlock, unclosed_text_block => UnclosedTextBlock,
        label => Label, figure => Figure, date => Date, number => Number, time_unit => TimeUnit, word => Word, name => NameWord,
        instrument_word => InstrumentWord, library_word => LibraryWord, standard_word => StandardWord,
        section_word => SectionWord, question_word => QuestionWord, scale_word => ScaleWord, record_word => RecordWord,
        field_word => FieldWord, column_word => ColumnWord, pattern_word => PatternWord, term_word => TermWord,
        report_word => ReportWord, chapter_word => ChapterWord, computed_word => ComputedWord, part_word => PartWord,
        heading_word => HeadingWord, provision_word => ProvisionWord, when_word => WhenWord, if_word => IfWord,
        where_word => WhereWord, for_word => ForWord, of_word => OfWord, and_word => AndWord, or_word => OrWord,
        not_word => NotWord, in_word => InWord, is_word => IsWord, contains_word => ContainsWord,
        unexpected_text => UnexpectedText, unexpected_in_group => UnexpectedInGroup, unexpected_item => UnexpectedItem,
    }
    missing {
        missing_id => MissingId, missing_wording => MissingWording, missing_block => MissingBlock,
        missing_operand => MissingOperand, missing_condition => MissingCondition,
        unclosed_block => UnclosedBlock, unclosed_paren => UnclosedParen,
    }
    nothing {
        EOI, beginning, piece, gap, space, item, block_item, body, optional_body, optional_clause_body, named, worded, wording, choice_item,
        values, value, space_unless_item, inline_choices, group_value, closing, block_ahead, curly_mark, lone_brace, escape,
        declaration_start, tail, membership, containment, state, primary, reserved, word_start, word_char, word_tail,
    }
}

impl rowan::Language for Enquire {
    type Kind = SyntaxKind;

    fn kind_from_raw(raw: rowan::SyntaxKind) -> SyntaxKind {
        KINDS.get(usize::from(raw.0)).copied().unwrap_or(SyntaxKind::Unread)
    }

    fn kind_to_raw(kind: SyntaxKind) -> rowan::SyntaxKind {
        rowan::SyntaxKind(kind as u16)
    }
}

impl SyntaxKind {
    /// Whether it is a blank, a new line or a comment: what stands between the words.
    pub fn is_trivia(self) -> bool {
        matches!(self, Self::Mark | Self::Blank | Self::Newline | Self::Comment)
    }

    /// What kind of declaration it is, if it is one.
    pub fn declaration(self) -> Option<DeclarationKind> {
        DECLARATIONS.iter().find(|(kind, ..)| *kind == self).map(|(_, declaration, _)| *declaration)
    }
}

macro_rules! declarations {
    ($($kind:ident $word:literal,)*) => {
        /// The kinds of declaration.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each is named by the word it begins with")]
        pub enum DeclarationKind { $($kind,)* }

        const DECLARATIONS: &[(SyntaxKind, DeclarationKind, &str)] =
            &[$((SyntaxKind::$kind, DeclarationKind::$kind, $word),)*];
    };
}

declarations! {
    Instrument "instrument", Library "library", Standard "standard", Section "section", Question "question",
    Scale "scale", Record "record", Field "field", Column "column", Pattern "pattern", Term "term", Report "report",
    Chapter "chapter", Computed "computed", Part "part", Heading "heading", Provision "provision", When "when",
}

impl DeclarationKind {
    /// The kind that begins with `word`, if one does.
    pub fn of_word(word: &str) -> Option<Self> {
        DECLARATIONS.iter().find(|(.., it)| *it == word).map(|(_, kind, _)| *kind)
    }

    /// The word it begins with.
    pub fn word(self) -> &'static str {
        DECLARATIONS.iter().find(|(_, kind, _)| *kind == self).map_or("", |(.., word)| word)
    }
}
