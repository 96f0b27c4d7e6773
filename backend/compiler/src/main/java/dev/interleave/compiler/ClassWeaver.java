package dev.interleave.compiler;

import dev.interleave.model.program.Site;
import dev.interleave.model.program.Variable;
import dev.interleave.model.program.Weaving;
import dev.interleave.weaver.SnippetWeaver;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// Puts probes into the classes of one program, one class after the other. Confined to one thread;
/// a new one for every program.
public interface ClassWeaver {
    /// Makes weavers.
    interface Factory {
        /// A weaver for the program whose class files `classBytes` finds by internal name; null for
        /// any other class. `weaving` says which probes it gets.
        ClassWeaver forProgram(Function<String, byte @Nullable []> classBytes, Weaving weaving);
    }

    /// The class with probes.
    ///
    /// @param classFile the class file as javac wrote it
    /// @param editorLine gets a line as in the class file and returns the editor's, or 0 for code
    ///   that was generated
    byte[] weave(byte[] classFile, IntUnaryOperator editorLine);

    /// The places the probes of all classes so far point to: site number `n` is element `n - 1`.
    List<Site> sites();

    /// The names the probes of all classes so far point to: number `n` is element `n - 1`.
    List<String> names();

    /// What the accesses to memory of all classes so far point to: number `n` is element `n - 1`.
    List<Variable> variables();

    /// A weaver whose probes the woven runner image understands.
    static ClassWeaver probes(Function<String, byte @Nullable []> classBytes, Weaving weaving) {
        var weaver = new SnippetWeaver(classBytes, weaving.isMemoryWatched());
        return new ClassWeaver() {
            @Override
            public byte[] weave(byte[] classFile, IntUnaryOperator editorLine) {
                return weaver.weave(classFile, editorLine);
            }

            @Override
            public List<Site> sites() {
                return weaver.sites();
            }

            @Override
            public List<String> names() {
                return weaver.names();
            }

            @Override
            public List<Variable> variables() {
                return weaver.variables();
            }
        };
    }

    /// A weaver that changes nothing: the program runs on any JDK.
    static ClassWeaver none(Function<String, byte @Nullable []> classBytes, Weaving weaving) {
        return new ClassWeaver() {
            @Override
            public byte[] weave(byte[] classFile, IntUnaryOperator editorLine) {
                return classFile;
            }

            @Override
            public List<Site> sites() {
                return List.of();
            }

            @Override
            public List<String> names() {
                return List.of();
            }

            @Override
            public List<Variable> variables() {
                return List.of();
            }
        };
    }
}
