package dev.interleave.runner.control;

import dev.interleave.analysis.races.VariableState;

/// A variable of one schedule: a field of an object, an element of an array, a collection.
final class Cell extends VariableState {
    /// Its number, which it shares with no [Thing].
    final long id;

    /// The variable of the program that it is one of, as a schedule's `shared` numbers them.
    final int variable;

    Cell(long id, int variable) {
        this.id = id;
        this.variable = variable;
    }

    /// What others did to `part` of this they did to a cell of its own, too.
    Cell split(Things things) {
        var part = new Cell(things.nextId(), variable);
        part.takeAfter(this);
        return part;
    }
}
