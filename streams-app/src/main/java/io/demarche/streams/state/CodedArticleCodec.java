package io.demarche.streams.state;

import io.demarche.avro.EventMention;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.streams.coding.ArticleVersion;
import io.demarche.streams.coding.CodedArticle;
import io.demarche.streams.coding.CodedArticle.Text;
import io.demarche.streams.coding.Publication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a coded article: a format byte (4), the version (milliseconds, two strings), the publication
 * (milliseconds, its basis, its offset in minutes), the text (when it was fetched and, deflated, its parts; nothing where it tells of no act), the
 * number of mentions, and each mention behind its length, as {@link RecordCodec} writes it. What follows is passed over.
 */
public final class CodedArticleCodec {
    private static final byte FORMAT = 4;

    private final RecordCodec<EventMention> mentions;

    public CodedArticleCodec(RecordCodec<EventMention> mentions) {
        this.mentions = mentions;
    }

    /** The stored form. */
    public byte[] encode(CodedArticle article) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(article.version().fetchedAt().toEpochMilli());
            out.writeUTF(article.version().contentHash());
            out.writeUTF(article.version().fingerprint());
            out.writeLong(article.publication().at().toEpochMilli());
            out.writeUTF(article.publication().basis().name());
            out.writeInt(article.publication().offset());
            Text text = article.text();
            out.writeBoolean(text != null);
            if (text != null) {
                out.writeLong(text.fetchedAt().toEpochMilli());
                write(out, deflated(text));
            }
            out.writeInt(article.mentions().size());
            for (EventMention mention : article.mentions()) {
                write(out, mentions.encode(mention));
            }
        } catch (IOException e) {
            throw new SerializationException("cannot store a coded article: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** Reads the stored form. */
    public CodedArticle decode(byte[] bytes) {
        return read(bytes, in -> {
            ArticleVersion version =
                    new ArticleVersion(Instant.ofEpochMilli(in.readLong()), in.readUTF(), in.readUTF());
            Publication publication = new Publication(
                    Instant.ofEpochMilli(in.readLong()), PublishedAtBasis.valueOf(in.readUTF()), in.readInt());
            Text text = in.readBoolean() ? inflated(Instant.ofEpochMilli(in.readLong()), read(in)) : null;
            int count = in.readInt();
            List<EventMention> found = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                found.add(mentions.decode(read(in)));
            }
            return new CodedArticle(version, publication, text, found);
        });
    }

    /** When the stored article was seen last, without reading the rest. */
    public static Instant seenAt(byte[] bytes) {
        return read(bytes, in -> Instant.ofEpochMilli(in.readLong()));
    }

    /** Whether the stored article tells of an act, without reading its mentions: only then is its text kept. */
    public static boolean tellsOfActs(byte[] bytes) {
        return read(bytes, in -> {
            in.readLong();
            in.readUTF();
            in.readUTF();
            in.readLong();
            in.readUTF();
            in.readInt();
            return in.readBoolean();
        });
    }

    private static <T> T read(byte[] bytes, Reader<T> behindTheFormat) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new UnreadableStateException(
                        "a coded article is stored in format " + format + ", not " + FORMAT, null);
            }
            return behindTheFormat.read(in);
        } catch (UnreadableStateException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableStateException("a stored coded article cannot be read", e);
        }
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static byte[] deflated(Text text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater quick = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, quick))) {
            for (String part : List.of(text.publisher(), text.url(), text.title(), text.body())) {
                write(out, part.getBytes(StandardCharsets.UTF_8));
            }
        } finally {
            quick.end();
        }
        return bytes.toByteArray();
    }

    private static @Nullable Text inflated(Instant fetchedAt, byte[] deflated) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)))) {
            return new Text(fetchedAt, string(in), string(in), string(in), string(in));
        }
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(read(in), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
