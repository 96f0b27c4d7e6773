package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.ArrayList;
import java.util.List;

/// Turns a `synchronized` method into one whose body is a `synchronized` block, so that the wait
/// for the monitor happens where a probe can stand before it. Holds state for that one method.
final class SynchronizedMethod implements CodeTransform {
    private final MethodContext method;
    private final boolean isStatic;
    private final MonitorCode monitors;
    private final List<Label> ranges = new ArrayList<>();
    private int monitor;
    private int line;

    /// Whether the last of `ranges`, which are pairs of start and end, still lacks its end.
    private boolean isRangeOpen;

    SynchronizedMethod(MethodContext method, MonitorCode monitors, boolean isStatic) {
        this.method = method;
        this.monitors = monitors;
        this.isStatic = isStatic;
    }

    /// Before the first label: the body may jump back to its first instruction.
    @Override
    public void atStart(CodeBuilder code) {
        line = method.firstLine();
        if (line > 0) {
            code.lineNumber(line);
        }
        enter(code);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof LineNumber at) {
            line = at.line(); // the editor's: this runs behind SnippetCode
        }
        if (element instanceof ReturnInstruction) {
            monitors.exit(code.aload(monitor), method.siteAt(line));
            if (isRangeOpen) {
                ranges.add(code.newBoundLabel());
            }
            code.with(element);
            isRangeOpen = false;
        } else {
            if (!isRangeOpen && !(element instanceof PseudoInstruction)) {
                isRangeOpen = true;
                ranges.add(code.newBoundLabel());
            }
            code.with(element);
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        Label handler = code.newBoundLabel(); // STACK: exception
        if (isRangeOpen) {
            ranges.add(handler);
        }
        int thrown = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(thrown); // STACK:
        monitors.exitAfterThrow(code.aload(monitor), method.siteAt(line));
        ranges.add(handler);
        ranges.add(code.newBoundLabel());
        code.aload(thrown).athrow();
        monitors.handlers(code);
        for (int i = 0; i + 1 < ranges.size(); i += 2) {
            code.exceptionCatchAll(ranges.get(i), ranges.get(i + 1), handler);
        }
    }

    private void enter(CodeBuilder code) {
        if (isStatic) {
            code.loadConstant(method.ownerType());
        } else {
            code.aload(0);
        } // STACK: monitor
        monitor = code.allocateLocal(TypeKind.REFERENCE);
        code.dup().astore(monitor); // STACK: monitor
        monitors.enter(code, method.siteAt(line), 0); // STACK:
        ranges.add(code.newBoundLabel());
        isRangeOpen = true;
    }
}
