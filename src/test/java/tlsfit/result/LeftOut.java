package tlsfit.result;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Readings that a user leaves out, in the tree of a result. */
public final class LeftOut {
  private LeftOut() {}

  /** The first reading of a result as one that is left out, but for the reason. */
  public static ObjectNode firstReading(ObjectNode tree) {
    ObjectNode reading = (ObjectNode) tree.withArray("readings").get(0).deepCopy();
    return reading.retain(
        "file",
        "line",
        "setting",
        "acField",
        "biasRate",
        "rabi",
        "sweepRate",
        "frequency",
        "sigma",
        "fitted");
  }
}
