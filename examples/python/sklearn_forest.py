"""A random forest of scikit-learn, which has neither weights nor gradients.

architecture: {name: external, command: [python3, examples/python/sklearn_forest.py]}
"""

from sklearn.ensemble import RandomForestClassifier

import limbeck


def forest():
    return RandomForestClassifier(n_estimators=30)


if __name__ == "__main__":
    limbeck.serve(limbeck.SklearnModel(forest, refit=50))
