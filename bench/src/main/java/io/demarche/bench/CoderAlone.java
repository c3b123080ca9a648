package io.demarche.bench;

import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;

/** No broker: each article is decoded and coded, and that is all. */
final class CoderAlone implements Contender {
    private final Deserializer<RawArticle> values;
    private final EventCoder coder;

    CoderAlone(PipelineCluster cluster, EventCoder coder) {
        values = ValueSerdes.<RawArticle>of(RawArticle.class, cluster.serdes()).deserializer();
        this.coder = coder;
    }

    @Override
    public void take(List<ArticleRecords.Encoded> articles) {
        for (ArticleRecords.Encoded encoded : articles) {
            RawArticle article = values.deserialize(Topics.RAW_ARTICLES.name(), encoded.value());
            coder.code(new Article(
                    article.getArticleId(),
                    article.getContentHash(),
                    article.getPublisher(),
                    "",
                    article.getTitle(),
                    article.getBody(),
                    article.getPublishedAt(),
                    article.getFetchedAt()));
        }
    }

    @Override
    public void close() {
        values.close();
    }
}
