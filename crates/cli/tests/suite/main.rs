//! The command as its users run it: the built program in a folder of its own, and everything it says.

#![cfg(test)]

mod bad_input;
mod build;
mod check;
mod explain;
mod fix;
mod fmt;
mod help;
mod new;
mod paths;
mod reply;
mod scratch;
mod watch;
