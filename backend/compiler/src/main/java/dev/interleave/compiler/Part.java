package dev.interleave.compiler;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One piece of top-level code, parsed. Offsets are those of the editor's text; `end` is after the
/// last character.
sealed interface Part {
    /// An import.
    ///
    /// @param printed the declaration on one line
    record Import(int start, int end, String printed) implements Part {}

    /// A method or a type.
    ///
    /// @param isStatic whether it says so itself
    record Member(int start, int end, String name, boolean isStatic) implements Part {}

    /// Variables of one declaration.
    record Variables(int start, int end, List<Variable> variables) implements Part {
        public Variables {
            variables = List.copyOf(variables);
        }
    }

    /// A statement that ends at `end` with or without its semicolon.
    record Statement(int start, int end) implements Part {}

    /// An expression that is no statement, such as `x + 1`, without a semicolon.
    record Expression(int start, int end) implements Part {}

    /// What is no Java.
    ///
    /// @param from where the error is
    /// @param to its end
    record Bad(int start, int end, int from, int to, String message) implements Part {}

    /// One variable.
    ///
    /// @param type null for `var`
    /// @param initializer null where there is none
    record Variable(
            String name,
            int nameAt,
            @Nullable Type type,
            @Nullable Initializer initializer,
            boolean isFinal,
            boolean isVolatile) {
        /// The end of the variable's part of the declaration.
        int end() {
            return initializer == null ? nameAt + name.length() : initializer.end();
        }
    }

    /// The type of a variable.
    ///
    /// @param text the whole type
    /// @param copyable whether it stands in the source from `start` to `end` just so
    record Type(int start, int end, String text, boolean copyable) {}

    /// The initialiser of a variable.
    ///
    /// @param isArray whether it is braces only
    /// @param isConstant whether it is a constant expression
    record Initializer(int start, int end, boolean isArray, boolean isConstant) {}

    int start();

    int end();
}
