package io.demarche.streams.state;

import io.demarche.avro.EventMention;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The stored form of a coded article: a format byte (1), the version (milliseconds, two strings), the number of mentions, and
 * each mention behind its length, as {@code event-mentions} would carry it.
 */
public final class CodedArticleCodec {
    private static final byte FORMAT = 1;

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
            out.writeInt(article.mentions().size());
            for (EventMention mention : article.mentions()) {
                byte[] encoded = mentions.encode(mention);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new SerializationException("cannot store a coded article: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** Reads the stored form. */
    public CodedArticle decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new SerializationException("a coded article is stored in format " + format + ", not " + FORMAT);
            }
            ArticleVersion version =
                    new ArticleVersion(Instant.ofEpochMilli(in.readLong()), in.readUTF(), in.readUTF());
            int count = in.readInt();
            List<EventMention> found = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                found.add(mentions.decode(in.readNBytes(in.readInt())));
            }
            return new CodedArticle(version, found);
        } catch (IOException e) {
            throw new SerializationException("a stored coded article is cut short", e);
        }
    }
}
