package io.demarche.coder.candidate;

import io.demarche.coder.actor.Discourse;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.factuality.Quotations;

/**
 * What is remembered of one article from sentence to sentence. Belongs to one article and one thread.
 *
 * @param body the text that is read; the offsets of tokens point into it
 * @param quotations what stands between quotation marks
 * @param discourse who was spoken of
 * @param timeline of which day was spoken
 * @param counterparts between whom the acts were
 */
public record ArticleMemory(
        String body, Quotations quotations, Discourse discourse, Timeline timeline, Counterparts counterparts) {}
