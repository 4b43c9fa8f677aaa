mod gather;

fn main() {}
