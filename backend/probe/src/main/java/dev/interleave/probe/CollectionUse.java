package dev.interleave.probe;

/// The last use of a collection that is made for one thread at a time; it hangs in a field that the
/// weaver adds. Immutable: threads that race for the collection may race for this too.
final class CollectionUse {
    final ThreadRecorder user;

    /// Which stretch without synchronisation of its user it was in; see [UseProbes].
    final int stretch;

    final boolean isModifying;
    final int site;

    CollectionUse(ThreadRecorder user, boolean isModifying, int site) {
        this.user = user;
        this.stretch = user.stretch;
        this.isModifying = isModifying;
        this.site = site;
    }
}
