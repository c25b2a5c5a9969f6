//! The schemas of an instrument that has every kind of answer and every kind of rule, against replies that are valid and
//! replies that are not.

#![cfg(test)]

mod agreement;
mod build;
mod conditions;
mod instrument;
mod published;
mod replies;
mod rules;
mod shapes;
