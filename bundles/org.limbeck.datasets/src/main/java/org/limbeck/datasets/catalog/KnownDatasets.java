package org.limbeck.datasets.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The datasets that {@code limbeck data fetch} knows. Checksums are those of their publishers. */
public final class KnownDatasets {
  private static final String FASHION =
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

  /** A mirror that PyTorch keeps: the original page no longer serves the files. */
  private static final String MNIST = "https://ossci-datasets.s3.amazonaws.com/mnist/";

  private static final String NO_LICENCE = "none stated; cite Krizhevsky 2009";

  private static final List<String> MNIST_FILES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  private static final String EMNIST = "https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip";
  private static final String CIFAR = "https://www.cs.toronto.edu/~kriz/";

  private KnownDatasets() {}

  /** Returns all of them. */
  public static List<KnownDataset> all() {
    return List.of(fashionMnist(), mnist(), emnist(), cifar10(), cifar100());
  }

  /** Returns Fashion-MNIST. */
  public static KnownDataset fashionMnist() {
    return new KnownDataset(
        "fashion-mnist",
        "70,000 grey images of clothes, 28x28, 10 classes",
        "MIT, Zalando SE",
        Optional.of("dataset-fashion-mnist"),
        mnistFiles(
            FASHION,
            "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
            "25c81989df183df01b3e8a0aad5dffbe",
            "bef4ecab320f06d8554ea6380940ec79",
            "bb300cfdad3c16e7a12a480ee83cd310"),
        MNIST_FILES);
  }

  /** Returns MNIST. */
  public static KnownDataset mnist() {
    return new KnownDataset(
        "mnist",
        "70,000 grey images of handwritten digits, 28x28, 10 classes",
        "CC BY-SA 3.0, Yann LeCun and Corinna Cortes",
        Optional.empty(),
        mnistFiles(
            MNIST,
            "f68b3c2dcbeaaa9fbdd348bbdeb94873",
            "d53e105ee54ea40749a09fcbcd1e9432",
            "9fb629c4189551a2d022fa330f9573f3",
            "ec29112dd5afa0611ce80d1b7f02629c"),
        MNIST_FILES);
  }

  /** Returns EMNIST: of its parts, those that its plug-in offers. */
  public static KnownDataset emnist() {
    List<String> contents =
        Stream.of("balanced", "letters", "digits")
            .flatMap(part -> Stream.of(part + "-train", part + "-test"))
            .flatMap(use -> Stream.of(use + "-images-idx3-ubyte", use + "-labels-idx1-ubyte"))
            .map(file -> "emnist-" + file)
            .toList();
    return new KnownDataset(
        "emnist",
        "up to 280,000 grey images of handwritten letters and digits, 28x28, 10 to 47 classes",
        "none stated; cite Cohen et al. 2017",
        Optional.empty(),
        List.of(new RemoteFile("gzip.zip", URI.create(EMNIST), "58c8d27c78d21e728a6bc7b3cc06412e")),
        contents);
  }

  /** Returns CIFAR-10, its binary version. */
  public static KnownDataset cifar10() {
    return new KnownDataset(
        "cifar10",
        "60,000 colour images, 32x32, 10 classes",
        NO_LICENCE,
        Optional.empty(),
        List.of(tarGz("cifar-10-binary.tar.gz", "c32a1d4ab5d03f1284b67883e8d87530")),
        List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            "test_batch.bin"));
  }

  /** Returns CIFAR-100, its binary version. */
  public static KnownDataset cifar100() {
    return new KnownDataset(
        "cifar100",
        "60,000 colour images, 32x32, 100 classes",
        NO_LICENCE,
        Optional.empty(),
        List.of(tarGz("cifar-100-binary.tar.gz", "03b5dce01913d631647c71ecec9e9cb8")),
        List.of("train.bin", "test.bin"));
  }

  private static RemoteFile tarGz(String name, String md5) {
    return new RemoteFile(name, URI.create(CIFAR + name), md5);
  }

  private static List<RemoteFile> mnistFiles(String base, String... md5) {
    return IntStream.range(0, MNIST_FILES.size())
        .mapToObj(i -> gz(base, MNIST_FILES.get(i), md5[i]))
        .toList();
  }

  private static RemoteFile gz(String base, String name, String md5) {
    return new RemoteFile(name + ".gz", URI.create(base + name + ".gz"), md5);
  }
}
