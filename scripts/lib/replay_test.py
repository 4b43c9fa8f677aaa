"""Tests of scripts/replay-compare."""

import unittest

import fakes

# Replays by printing what is recorded.
PROGRAM = """#!/bin/bash
case "$*" in
  *--json*) cat "$3"; exit "${CODE:-1}" ;;
  *) echo "can | headline | counts"; exit 1 ;;
esac
"""


class ReplayCompare(unittest.TestCase):
    def compared(self, machine, *folders, **environment):
        binary = machine.file("codesent", PROGRAM, executable=True)
        return machine.run("scripts/replay-compare", "--binary", binary, *folders, **environment)

    def test_the_same_report_is_well_whatever_it_says(self):
        with fakes.Machine() as machine:
            for name in ["a/recording.json", "a/report.json"]:
                machine.file(name, "same\n")
            code, said = self.compared(machine, "a")
            self.assertEqual((code, said), (0, "a: can | headline | counts\n"))

    def test_each_other_report_is_an_error_and_is_shown(self):
        with fakes.Machine() as machine:
            machine.file("a/recording.json", "new\n")
            machine.file("a/report.json", "old\n")
            machine.file("b/recording.json", "same\n")
            machine.file("b/report.json", "same\n")
            code, said = self.compared(machine, "a", "b")
            self.assertEqual(code, 1)
            self.assertIn("-old\n+new\n", said)
            self.assertIn("b: can", said)

    def test_nothing_to_compare_and_a_program_that_cannot_run_are_errors(self):
        with fakes.Machine() as machine:
            # A pattern that matched nothing comes as it is.
            self.assertEqual(self.compared(machine, "smoke-*")[0], 1)
            machine.file("a/recording.json", "")
            machine.file("a/report.json", "")
            self.assertEqual(self.compared(machine, "a")[0], 1)
            machine.file("a/recording.json", "same\n")
            machine.file("a/report.json", "same\n")
            self.assertEqual(self.compared(machine, "a", CODE="2")[0], 1)


if __name__ == "__main__":
    unittest.main()
