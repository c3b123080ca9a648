package io.demarche.producer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/** Bytes out of a file that is no link. */
final class FileSlice {
    private FileSlice() {}

    /** The bytes from an offset on; fewer than asked for where the file ends before. */
    static byte[] read(Path file, long from, long bytes) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            channel.position(from);
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = channel.read(buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }
}
