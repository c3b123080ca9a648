package io.demarche.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.coder.EventCoder;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.ContentId;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * News of many pairs over many days, a mention in each article, with a tick at the beginning of each day, as the producer
 * sends them. A few pairs have most of the news, as in life. The same number is the same article everywhere, so that whoever
 * codes it needs no text.
 */
final class StateNews {
    private static final LocalDate FIRST = LocalDate.parse("2023-01-01");
    /** As long as a mention's quote may be. */
    private static final String QUOTE =
            "One of the two governments did what this sentence of an article reports of it, at some length. "
                    .repeat(5)
                    .substring(0, 450);

    private final List<String[]> pairs;
    private final int days;
    private final int articles;

    /**
     * @param pairs how many pairs are in the news
     * @param days over how many days
     * @param articles how many articles, each with a mention
     */
    StateNews(int pairs, int days, int articles) {
        this.pairs = pairs(pairs);
        this.days = days;
        this.articles = articles;
    }

    private static List<String[]> pairs(int number) {
        List<String> states = SampleMentions.states(2 + (int) Math.ceil(Math.sqrt(2.0 * number)));
        List<String[]> pairs = new ArrayList<>();
        for (int distance = 1; distance < states.size(); distance++) {
            for (int i = 0; i + distance < states.size() && pairs.size() < number; i++) {
                pairs.add(new String[] {states.get(i), states.get(i + distance)});
            }
        }
        return pairs;
    }

    /** The last day of the news. */
    LocalDate lastDay() {
        return day(articles - 1);
    }

    private LocalDate day(int number) {
        return FIRST.plusDays((long) number * days / articles);
    }

    private Instant published(int number) {
        return day(number).atStartOfDay(ZoneOffset.UTC).plusHours(12).toInstant();
    }

    /** Finds in an article the mention that its number stands for. */
    EventCoder coder() {
        return article -> List.of(mention(Integer.parseInt(article.articleId())));
    }

    /** All mentions, as the coding stage sends them. */
    List<EventMention> mentions() {
        return IntStream.range(0, articles).mapToObj(this::mention).toList();
    }

    private EventMention mention(int number) {
        Random random = new Random(number);
        double share = random.nextDouble();
        String[] pair = pairs.get((int) (pairs.size() * share * share * share));
        EventMention mention =
                SampleMentions.mention(Integer.toString(number), pair[1], day(number), new Random(random.nextLong()));
        boolean forth = mention.getSource().getCountry().equals(SampleMentions.HOME);
        (forth ? mention.getSource() : mention.getTarget()).setCountry(pair[0]);
        mention.setPublishedAt(published(number));
        mention.setFetchedAt(published(number));
        mention.setPublicationStated(true);
        mention.setQuote(QUOTE);
        mention.setQuoteEnd(QUOTE.length());
        return mention;
    }

    /** Sends all articles, and the ticks between them; returns when the broker has them all. */
    void send(PipelineCluster cluster, TopicNames topics, int partitions) {
        try (Sender sender = new Sender(cluster, topics, partitions)) {
            for (int number = 0; number < articles; number++) {
                if (number == 0 || !day(number).equals(day(number - 1))) {
                    sender.tick(day(number));
                }
                sender.article(number, published(number));
            }
        }
    }

    /** Sends a tick to every partition. */
    static void tick(PipelineCluster cluster, TopicNames topics, int partitions, LocalDate day) {
        try (Sender sender = new Sender(cluster, topics, partitions)) {
            sender.tick(day);
        }
    }

    private static final class Sender implements AutoCloseable {
        private final TopicNames topics;
        private final int partitions;
        private final Serializer<RawArticle> articles;
        private final Serializer<DayTick> ticks;
        private final KafkaProducer<byte[], byte[]> producer;
        private final AtomicReference<Exception> failure = new AtomicReference<>();

        Sender(PipelineCluster cluster, TopicNames topics, int partitions) {
            this.topics = topics;
            this.partitions = partitions;
            articles = ValueSerdes.<RawArticle>of(RawArticle.class, cluster.serdes())
                    .serializer();
            ticks = ValueSerdes.<DayTick>of(DayTick.class, cluster.serdes()).serializer();
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all", "linger.ms", 5),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        void article(int number, Instant published) {
            String id = Integer.toString(number);
            RawArticle article = RawArticle.newBuilder()
                    .setArticleId(id)
                    .setContentHash(ContentId.of(id))
                    .setPublisher("Publisher")
                    .setTitle("")
                    .setBody(id)
                    .setPublishedAt(published)
                    .setPublishedAtBasis(PublishedAtBasis.STATED)
                    .setFetchedAt(published)
                    .build();
            String topic = topics.of(Topics.RAW_ARTICLES);
            send(new ProducerRecord<>(topic, id.getBytes(UTF_8), articles.serialize(topic, article)));
        }

        void tick(LocalDate day) {
            String topic = topics.of(Topics.DAY_TICKS);
            byte[] value = ticks.serialize(topic, new DayTick(day));
            for (int partition = 0; partition < partitions; partition++) {
                send(new ProducerRecord<>(topic, partition, Topics.DAY_TICK_KEY.getBytes(UTF_8), value));
            }
        }

        private void send(ProducerRecord<byte[], byte[]> record) {
            producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    failure.set(exception);
                }
            });
        }

        @Override
        public void close() {
            producer.flush();
            producer.close();
            if (failure.get() != null) {
                throw new DemarcheException("not sent: " + failure.get().getMessage(), failure.get());
            }
        }
    }
}
