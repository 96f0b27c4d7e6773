package dev.interleave.compiler;

import java.util.LinkedHashSet;
import java.util.Set;

/// As much of Java's lexical grammar as it takes to step over comments, literals and brackets.
final class Lexis {
    private Lexis() {}

    /// The first character at or after `from` that is neither white space nor in a comment; a
    /// comment that never ends counts as text.
    static int skipTrivia(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (isComment(text, at)) {
                at = tokenEnd(text, at);
            } else {
                return at;
            }
        }
        return at;
    }

    /// The end of the last token between `from` and `to`, without comments; at least `from`.
    static int lastTokenEnd(String text, int from, int to) {
        int end = from;
        for (int at = from; at < to; ) {
            int next = Math.min(tokenEnd(text, at), to);
            if (!Character.isWhitespace(text.charAt(at)) && !isComment(text, at)) {
                end = next;
            }
            at = next;
        }
        return end;
    }

    /// Where the statement or declaration that begins at `from` probably ends: after a semicolon or
    /// a closing brace outside all brackets. At least one character.
    static int pieceEnd(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '(', '[', '{' -> depth++;
                case ')', ']' -> depth = Math.max(depth - 1, 0);
                case '}' -> {
                    if (--depth < 0) {
                        return Math.max(at, from + 1);
                    }
                    if (depth == 0 && !continues(text, at + 1)) {
                        return at + 1;
                    }
                }
                case ';' -> {
                    if (depth == 0) {
                        return at + 1;
                    }
                }
                default -> {}
            }
            at = tokenEnd(text, at);
        }
        return text.length();
    }

    /// The identifiers and keywords in a text, without those in comments and literals.
    static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (int at = 0; at < text.length(); ) {
            int end = tokenEnd(text, at);
            if (Character.isJavaIdentifierStart(text.charAt(at))) {
                words.add(text.substring(at, end));
            }
            at = end;
        }
        return words;
    }

    /// The offset of the identifier `word` at or after `from`, or -1.
    static int findWord(String text, String word, int from) {
        for (int at = from; at < text.length(); ) {
            int end = tokenEnd(text, at);
            if (end - at == word.length() && text.startsWith(word, at)) {
                return at;
            }
            at = end;
        }
        return -1;
    }

    private static boolean continues(String text, int from) {
        int next = skipTrivia(text, from);
        return next < text.length() && ".;,)".indexOf(text.charAt(next)) >= 0;
    }

    private static boolean isComment(String text, int at) {
        return text.startsWith("//", at)
                || (text.startsWith("/*", at) && text.indexOf("*/", at + 2) >= 0);
    }

    /// The end of the comment, literal, word or single character at `at`.
    private static int tokenEnd(String text, int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? text.length() : close + 2;
        }
        if (text.startsWith("\"\"\"", at)) {
            return textBlockEnd(text, at + 3);
        }
        if (c == '"' || c == '\'') {
            return literalEnd(text, at + 1, c);
        }
        if (Character.isJavaIdentifierStart(c)) {
            int end = at + 1;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            return end;
        }
        return at + 1;
    }

    private static int textBlockEnd(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith("\"\"\"", at)) {
                return at + 3;
            }
        }
        return text.length();
    }

    private static int literalEnd(String text, int from, char quote) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c == '\n' || c == '\r') {
                return at;
            }
            if (c == '\\') {
                at++;
            }
        }
        return text.length();
    }
}
