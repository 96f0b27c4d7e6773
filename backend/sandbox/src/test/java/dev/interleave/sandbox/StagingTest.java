package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class StagingTest {
    private static final Identity NOBODY = new Identity(Identity.NOBODY);

    @TempDir private Path closedFolder;

    @Test
    void reachable_fileInClosedFolder_isCopied() throws IOException {
        Path jar = Files.writeString(closedFolder.resolve("app.jar"), "content");

        try (Staging staging = Staging.open(closedFolder, NOBODY)) {
            Path copy = staging.reachable(jar);

            assertThat(copy).isNotEqualTo(jar).hasContent("content").hasFileName("app.jar");
            assertThat(PathAccess.firstClosed(copy)).isEmpty();
        }
    }

    @Test
    void reachable_folderWithClosedFile_isCopiedAndOpened() throws IOException {
        Path classes = Files.createDirectory(closedFolder.resolve("classes"));
        Path secret = Files.writeString(classes.resolve("A.class"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));

        try (Staging staging = Staging.open(closedFolder, NOBODY)) {
            assertThat(staging.reachable(classes).resolve("A.class")).hasContent("x");
        }
    }

    @Test
    void reachable_twice_copiesOnce() throws IOException {
        Path jar = Files.writeString(closedFolder.resolve("app.jar"), "content");

        try (Staging staging = Staging.open(closedFolder, NOBODY)) {
            assertThat(staging.reachable(jar)).isEqualTo(staging.reachable(jar));
        }
    }

    @Test
    void reachable_nobodyDrops_staysWhereItIs() throws IOException {
        Path jar = Files.writeString(closedFolder.resolve("app.jar"), "content");

        try (Staging staging = Staging.open(closedFolder, Identity.UNCHANGED)) {
            assertThat(staging.reachable(jar)).isEqualTo(jar.toRealPath());
        }
    }

    @Test
    void reachable_javaHome_isCopiedWithoutWhatNoJvmReads() throws IOException {
        Path home = Files.createDirectories(closedFolder.resolve("jdk"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("jmods"));
        Files.writeString(home.resolve("bin/java"), "#!");
        Files.writeString(home.resolve("jmods/java.base.jmod"), "large");

        try (Staging staging = Staging.open(closedFolder, NOBODY)) {
            Path copy = staging.reachable(home);

            assertThat(copy.resolve("bin/java")).exists();
            assertThat(copy.resolve("jmods")).doesNotExist();
        }
    }

    @Test
    void open_leftOversOfDeadServer_areRemoved() throws IOException {
        Path leftOver =
                Files.createDirectory(closedFolder.resolve("interleave-sandbox-999999999-1"));
        Files.writeString(leftOver.resolve("filter.bpf"), "old");

        Staging.open(closedFolder, Identity.UNCHANGED).close();

        assertThat(leftOver).doesNotExist();
    }

    @Test
    void close_always_removesTheFolder() {
        Staging staging = Staging.open(closedFolder, Identity.UNCHANGED);

        staging.close();

        assertThat(staging.folder()).doesNotExist();
    }
}
