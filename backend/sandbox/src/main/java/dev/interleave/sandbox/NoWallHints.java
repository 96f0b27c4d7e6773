package dev.interleave.sandbox;

import java.util.List;

/// What to do about the words with which a wall fails.
final class NoWallHints {
    private record Hint(String word, String advice) {}

    private static final List<Hint> HINTS =
            List.of(
                    new Hint(
                            "uid map",
                            "the system forbids user namespaces to ordinary users: set"
                                    + " kernel.apparmor_restrict_unprivileged_userns=0, or give"
                                    + " bwrap an AppArmor profile"),
                    new Hint(
                            "namespace",
                            "the system forbids namespaces to ordinary users: look at"
                                    + " user.max_user_namespaces,"
                                    + " kernel.unprivileged_userns_clone and, in a container, at"
                                    + " its seccomp profile"),
                    new Hint(
                            "setpriv",
                            "started as root, the server needs the right to change its user id"
                                    + " (CAP_SETUID, CAP_SETGID); or start it as an ordinary"
                                    + " user"),
                    new Hint(
                            "Landlock",
                            "the kernel must have Landlock (Linux 5.13) and name it in its lsm="
                                    + " list"));

    private NoWallHints() {}

    static String explain(String words) {
        return HINTS.stream()
                .filter(hint -> words.contains(hint.word()))
                .findFirst()
                .map(hint -> words + " (" + hint.advice() + ")")
                .orElse(words);
    }
}
