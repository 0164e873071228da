package tlsfit.model;

import java.util.List;

/** The same field everywhere, as between parallel plates. */
public record UniformField() implements FieldDistribution {

  @Override
  public boolean uniform() {
    return true;
  }

  @Override
  public List<Node> nodes() {
    return List.of(new Node(1, 1, 0));
  }

  @Override
  public double upperQuantile(double share) {
    return 1;
  }
}
