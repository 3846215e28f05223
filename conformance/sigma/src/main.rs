//! Holds events against Sigma rules. Argument: a file with a rule to a line, `{"text"}`. Input: lines `{"rules": [numbers], "event": {}}`.
//! Output: for each the numbers of the rules that match; `null` stands for a rule that cannot be read, on the first line.

use rsigma_eval::event::JsonEvent;
use rsigma_eval::{CompiledRule, compile_rule, evaluate_rule};
use serde_json::{Value, json};
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

fn read(text: &str) -> Option<CompiledRule> {
    let collection = rsigma_parser::parse_sigma_yaml(text).ok()?;
    compile_rule(collection.rules.first()?).ok()
}

fn main() {
    let path = std::env::args().nth(1).expect("a file of rules");
    let file = std::fs::read_to_string(path).expect("a file that can be read");
    let rules: Vec<Option<CompiledRule>> = file
        .lines()
        .map(|line| read(serde_json::from_str::<Value>(line).ok()?["text"].as_str()?))
        .collect();
    let mut out = BufWriter::new(stdout().lock());
    let ready: Vec<bool> = rules.iter().map(Option::is_some).collect();
    writeln!(out, "{}", json!(ready)).expect("an output");
    for line in stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line.expect("a line")).expect("a line of JSON");
        let event = JsonEvent::borrow(&asked["event"]);
        let numbers = asked["rules"].as_array().expect("a list of rules").iter().filter_map(Value::as_u64);
        let matching: Vec<u64> = numbers
            .filter(|number| rules[*number as usize].as_ref().is_some_and(|rule| evaluate_rule(rule, &event).is_some()))
            .collect();
        writeln!(out, "{}", json!(matching)).expect("an output");
    }
}
