#!/usr/bin/env Rscript
# Writes LetterRecognition (26 letters, 16 numbers of an image each) and Satellite (6 kinds of ground, 36 numbers of 9 pixels each) of
# the package mlbench as CSV files, to train on and to test on.
#
#   apt-get install r-cran-mlbench
#   Rscript examples/data/letters.R                # writes data/letters and data/satellite, 2 MB
#   limbeck compare examples/data/letters.yaml
#   limbeck compare examples/data/satellite.yaml
#
# The rows to test on are the last 4,000 and 2,000, as in the UCI Machine Learning Repository: P. Frey, D. Slate, Letter Recognition Using
# Holland-style Adaptive Classifiers, Machine Learning 6, 1991; Statlog (Landsat Satellite), A. Srinivasan, 1993.

fail <- function(...) {
  message("letters.R: ", ...)
  quit(status = 2)
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) > 1) fail("takes the folder to write to, by default data")
to <- if (length(arguments) == 1) arguments[1] else "data"

if (!requireNamespace("mlbench", quietly = TRUE)) fail("needs mlbench: apt-get install r-cran-mlbench")

# Their SHA-256 digests, which no version of mlbench has changed so far.
expected <- c(
  "letters/train.csv" = "077f001f51591fa5e61e07e9a44c6d8f1497d8952b3ce376194e8ef70db84e69",
  "letters/test.csv" = "5037c303bb2b792c2dd664450fbb75b4eb524b5eef368218e57d50aec4586437",
  "satellite/train.csv" = "fd7fff6c800ba3495709ea6aaceee8c493f9b46b6086eb618ce36b98581478b1",
  "satellite/test.csv" = "8e8c2f6854cd56cd5bcf54f5ca791ca416216a53f6fbda3f68a1c00c31bd4b92"
)

export <- function(dataset, label, folder, trained) {
  place <- new.env()
  data(list = dataset, package = "mlbench", envir = place)
  rows <- place[[dataset]]
  names(rows)[names(rows) == label] <- "label"
  dir.create(file.path(to, folder), recursive = TRUE, showWarnings = FALSE)
  parts <- list(train = seq_len(trained), test = seq(trained + 1, nrow(rows)))
  for (part in names(parts)) {
    write.csv(rows[parts[[part]], ], file.path(to, folder, paste0(part, ".csv")), quote = FALSE, row.names = FALSE, eol = "\n")
  }
}

export("LetterRecognition", "lettr", "letters", 16000)
export("Satellite", "classes", "satellite", 4435)

for (name in names(expected)) {
  path <- file.path(to, name)
  found <- sub(" .*", "", system2("sha256sum", shQuote(path), stdout = TRUE))
  if (found != expected[[name]]) fail(path, " has the SHA-256 digest ", found, ", not ", expected[[name]])
  cat(path, "\n", sep = "")
}
