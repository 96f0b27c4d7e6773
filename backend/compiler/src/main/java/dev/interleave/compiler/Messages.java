package dev.interleave.compiler;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;

/// Javac's messages, shorter: one line, and without the class that top-level code was put into.
final class Messages {
    private static final Pattern SYMBOL = Pattern.compile("(?m)^\\s*symbol:\\s*(.*)$");
    private static final Pattern LOCATION = Pattern.compile("(?m)^\\s*location:\\s*(.*)$");

    private static final Pattern JDK_PACKAGE =
            Pattern.compile("\\bjava(\\.[a-z0-9]+)+\\.(?=[A-Z])");

    private Messages() {}

    /// The message.
    ///
    /// @param wrapper simple name of the class that the reader does not know about, or null
    static String text(Diagnostic<?> diagnostic, @Nullable String wrapper) {
        String message = diagnostic.getMessage(Locale.ENGLISH);
        String symbol = find(SYMBOL, message);
        String text;
        if (symbol != null) {
            String location = find(LOCATION, message);
            boolean outside = location == null || location.equals("class " + wrapper);
            String first = message.lines().findFirst().orElse("");
            text = first + ": " + symbol + (outside ? "" : " in " + location);
        } else {
            List<String> lines =
                    message.lines()
                            .map(String::strip)
                            .takeWhile(line -> !line.startsWith("where "))
                            .toList();
            text = lines.stream().collect(Collectors.joining(" "));
        }
        String shorter = JDK_PACKAGE.matcher(text).replaceAll("");
        return wrapper == null
                ? shorter
                : shorter.replaceAll("\\b" + Pattern.quote(wrapper) + "\\.(?=\\w)", "");
    }

    /// What cannot be found, such as `x` for a variable and `f` for a method `f(int)`; null when
    /// the message is about something else.
    static @Nullable String missingName(Diagnostic<?> diagnostic) {
        String code = diagnostic.getCode();
        if (code == null || !code.startsWith("compiler.err.cant.resolve")) {
            return null;
        }
        String symbol = find(SYMBOL, diagnostic.getMessage(Locale.ENGLISH));
        if (symbol == null) {
            return null;
        }
        String name = symbol.substring(symbol.indexOf(' ') + 1);
        int end = 0;
        while (end < name.length() && Character.isJavaIdentifierPart(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    private static @Nullable String find(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
