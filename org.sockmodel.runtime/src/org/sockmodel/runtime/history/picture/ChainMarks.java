package org.sockmodel.runtime.history.picture;

import java.util.List;
import org.sockmodel.runtime.report.Quantity;

/**
 * The chain of a message: a bracket with its duration above the rows, and a thick line that runs along each row until
 * the message is handed over to the next one; from and to a row that is scrolled away it comes and goes at the edge.
 */
record ChainMarks(TimelinePicture picture, Marks marks) {

  private static final int THICKNESS = 3;
  private static final int DOT = 4;
  private static final int BRACKET_Y = TimelineLayout.AXIS_HEIGHT + 4;
  private static final int TEXT_WIDTH = 90;

  void draw(MessageChain chain) {
    List<MessageChain.Link> links = chain.links();
    if (links.isEmpty()) {
      return;
    }
    bracket(links.get(0).timeNs(), links.get(links.size() - 1).timeNs());
    for (int i = 1; i < links.size(); i++) {
      segment(links.get(i - 1), links.get(i));
    }
    for (MessageChain.Link link : links) {
      if (picture.showsWay(link.row()) && picture.window().contains(link.timeNs())) {
        marks.dot(Tone.CHAIN, DOT, picture.x(link.timeNs()), picture.wayY(link.row()));
      }
    }
  }

  private void bracket(long firstNs, long returnNs) {
    int left = Math.max(TimelineLayout.LABEL_WIDTH, picture.x(firstNs));
    int right = Math.min(picture.width(), picture.x(returnNs));
    if (right < left) {
      return;
    }
    marks.line(Tone.CHAIN, 2, left, BRACKET_Y, right, BRACKET_Y);
    marks.line(Tone.CHAIN, 2, left, BRACKET_Y, left, BRACKET_Y + 6);
    marks.line(Tone.CHAIN, 2, right, BRACKET_Y, right, BRACKET_Y + 6);
    marks.text(Tone.CHAIN, Marks.Style.BOLD, Math.min(left + 6, picture.width() - TEXT_WIDTH), BRACKET_Y + 3,
        TEXT_WIDTH, Quantity.duration(returnNs - firstNs));
  }

  private void segment(MessageChain.Link from, MessageChain.Link to) {
    int fromY = picture.wayY(from.row());
    int toY = picture.wayY(to.row());
    if (fromY < 0 || toY < 0) {
      return;
    }
    int left = Math.max(TimelineLayout.LABEL_WIDTH, picture.x(from.timeNs()));
    int right = Math.min(picture.width(), picture.x(to.timeNs()));
    if (left < right && picture.showsWay(from.row())) {
      marks.line(Tone.CHAIN, THICKNESS, left, fromY, right + THICKNESS / 2, fromY);
    }
    if (fromY != toY && picture.window().contains(to.timeNs())) {
      marks.line(Tone.CHAIN, THICKNESS, right, fromY, right, toY);
    }
  }
}
