package dev.interleave.server.web;

/// A request that is not carried out: somebody else's mistake, told in one sentence. No fault of
/// the server's.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /// @param status the HTTP status
    /// @param code a word for programs
    /// @param text a sentence for people: what, the limit, what it was
    Refused(int status, String code, String text) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
