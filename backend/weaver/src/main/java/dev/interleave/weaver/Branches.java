package dev.interleave.weaver;

import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.util.ArrayList;
import java.util.List;

/// Where the branches of one method lead: which instructions are repeated, and which may be left
/// out.
final class Branches {
    private final List<Branch> all = new ArrayList<>();

    private record Branch(int from, int to, boolean isConditional) {}

    private Branches() {}

    static Branches of(CodeModel code) {
        var branches = new Branches();
        if (code instanceof CodeAttribute attribute) {
            int bci = 0;
            for (var element : code) {
                if (element instanceof BranchInstruction branch) {
                    branches.add(bci, attribute, branch.target(), branch.opcode());
                }
                if (element instanceof Instruction instruction) {
                    bci += instruction.sizeInBytes();
                }
            }
        }
        return branches;
    }

    private void add(int bci, CodeAttribute attribute, Label target, Opcode opcode) {
        boolean isConditional = opcode != Opcode.GOTO && opcode != Opcode.GOTO_W;
        all.add(new Branch(bci, attribute.labelToBci(target), isConditional));
    }

    /// Whether the instruction at `bci` is in a loop: a later branch goes back to before it.
    boolean isInLoop(int bci) {
        return all.stream().anyMatch(branch -> branch.from >= bci && branch.to <= bci);
    }

    /// Whether a condition decides on the instruction at `bci`: an earlier branch may pass it by.
    boolean isConditional(int bci) {
        return all.stream()
                .anyMatch(branch -> branch.isConditional && branch.from < bci && branch.to > bci);
    }

    /// Whether a condition is looked at between two instructions.
    boolean isConditionBetween(int since, int bci) {
        return all.stream()
                .anyMatch(branch ->
                        branch.isConditional && branch.from >= since && branch.from < bci);
    }
}
