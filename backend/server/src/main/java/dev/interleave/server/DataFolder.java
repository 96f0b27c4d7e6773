package dev.interleave.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder for what outlives a start. Programs are run from what lies in it, so nobody else may
/// have put it there.
final class DataFolder {
    private DataFolder() {}

    /// Makes the folder unless it is there. One that belongs to anybody but `user` or root is an
    /// [IllegalStateException] that says so.
    static Path open(Path folder, String user) throws IOException {
        Files.createDirectories(folder);
        String owner = Files.getOwner(folder).getName();
        if (!owner.equals(user) && !owner.equals("root")) {
            throw new IllegalStateException(
                    "the data folder "
                            + folder
                            + " belongs to "
                            + owner
                            + "; it must belong to "
                            + user
                            + " (see INTERLEAVE_DATA)");
        }
        return folder;
    }
}
