package dev.interleave.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

class DataFolderTest {
    @Test
    void open_notThereYet_makesIt(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("a/b");
        assertThat(DataFolder.open(folder, Files.getOwner(parent).getName()))
                .isEqualTo(folder)
                .isDirectory();
    }

    @Test
    void open_somebodyElses_isRefusedWithBothNames(@TempDir Path parent) throws Exception {
        String owner = Files.getOwner(parent).getName();
        if (owner.equals("root")) {
            UserPrincipal nobody =
                    FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody");
            Files.setOwner(parent, nobody);
            owner = "nobody";
        }
        assertThatThrownBy(() -> DataFolder.open(parent, "somebody-else"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to " + owner)
                .hasMessageContaining("must belong to somebody-else");
    }
}
