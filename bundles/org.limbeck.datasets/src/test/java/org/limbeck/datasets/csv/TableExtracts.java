package org.limbeck.datasets.csv;

/** The first lines of tables as their publishers hand them out. */
final class TableExtracts {

  /** Titanic: names in quotes, ids, gaps. */
  static final String TITANIC =
      """
      PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked
      1,0,3,"Braund, Mr. Owen Harris",male,22,1,0,A/5 21171,7.25,,S
      2,1,1,"Cumings, Mrs. John Bradley (Florence Briggs Thayer)",female,38,1,0,PC 17599,71.2833,C85,C
      3,1,3,"Heikkinen, Miss. Laina",female,26,0,0,STON/O2. 3101282,7.925,,S
      4,1,1,"Futrelle, Mrs. Jacques Heath (Lily May Peel)",female,35,1,0,113803,53.1,C123,S
      5,0,3,"Allen, Mr. William Henry",male,35,0,0,373450,8.05,,S
      6,0,3,"Moran, Mr. James",male,,0,0,330877,8.4583,,Q
      7,0,1,"McCarthy, Mr. Timothy J",male,54,0,0,17463,51.8625,E46,S
      8,0,3,"Palsson, Master. Gosta Leonard",male,2,3,1,349909,21.075,,S
      9,1,3,"Johnson, Mrs. Oscar W (Elisabeth Vilhelmina Berg)",female,27,0,2,347742,11.1333,,S
      10,1,2,"Nasser, Mrs. Nicholas (Adele Achem)",female,14,1,0,237736,30.0708,,C
      """;

  /** Palmer penguins (Gorman, Williams and Fraser 2014): gaps are NA, classes are texts. */
  static final String PENGUINS =
      """
      species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year
      Adelie,Torgersen,39.1,18.7,181,3750,male,2007
      Adelie,Torgersen,39.5,17.4,186,3800,female,2007
      Adelie,Torgersen,40.3,18,195,3250,female,2007
      Adelie,Torgersen,NA,NA,NA,NA,NA,2007
      Adelie,Torgersen,36.7,19.3,193,3450,female,2007
      Adelie,Torgersen,39.3,20.6,190,3650,male,2007
      Adelie,Torgersen,38.9,17.8,181,3625,female,2007
      Adelie,Torgersen,39.2,19.6,195,4675,male,2007
      Adelie,Torgersen,34.1,18.1,193,3475,NA,2007
      Gentoo,Biscoe,46.1,13.2,211,4500,female,2007
      Gentoo,Biscoe,50,16.3,230,5700,male,2007
      Chinstrap,Dream,46.5,17.9,192,3500,female,2007
      Chinstrap,Dream,50,19.5,196,3900,male,2007
      """;

  /** Adult (UCI): no header, spaces after commas, gaps are ?, an empty line at the end. */
  static final String ADULT =
      """
      39, State-gov, 77516, Bachelors, 13, Never-married, Adm-clerical, Not-in-family, White, Male, 2174, 0, 40, United-States, <=50K
      50, Self-emp-not-inc, 83311, Bachelors, 13, Married-civ-spouse, Exec-managerial, Husband, White, Male, 0, 0, 13, United-States, <=50K
      38, Private, 215646, HS-grad, 9, Divorced, Handlers-cleaners, Not-in-family, White, Male, 0, 0, 40, United-States, <=50K
      53, Private, 234721, 11th, 7, Married-civ-spouse, Handlers-cleaners, Husband, Black, Male, 0, 0, 40, United-States, <=50K
      28, Private, 338409, Bachelors, 13, Married-civ-spouse, Prof-specialty, Wife, Black, Female, 0, 0, 40, Cuba, <=50K
      37, Private, 284582, Masters, 14, Married-civ-spouse, Exec-managerial, Wife, White, Female, 0, 0, 40, United-States, <=50K
      49, Private, 160187, 9th, 5, Married-spouse-absent, Other-service, Not-in-family, Black, Female, 0, 0, 16, Jamaica, <=50K
      52, Self-emp-not-inc, 209642, HS-grad, 9, Married-civ-spouse, Exec-managerial, Husband, White, Male, 0, 0, 45, United-States, >50K
      31, Private, 45781, Masters, 14, Never-married, Prof-specialty, Not-in-family, White, Female, 14084, 0, 50, United-States, >50K
      42, Private, 159449, Bachelors, 13, Married-civ-spouse, Exec-managerial, Husband, White, Male, 5178, 0, 40, United-States, >50K
      40, Private, 121772, Assoc-voc, 11, Married-civ-spouse, Craft-repair, Husband, Asian-Pac-Islander, Male, 0, 0, 40, ?, >50K

      """;

  /** Wine quality, red (UCI): semicolons, names in quotes. */
  static final String WINE =
      """
      "fixed acidity";"volatile acidity";"citric acid";"residual sugar";"chlorides";"free sulfur dioxide";"total sulfur dioxide";"density";"pH";"sulphates";"alcohol";"quality"
      7.4;0.7;0;1.9;0.076;11;34;0.9978;3.51;0.56;9.4;5
      7.8;0.88;0;2.6;0.098;25;67;0.9968;3.2;0.68;9.8;5
      7.8;0.76;0.04;2.3;0.092;15;54;0.997;3.26;0.65;9.8;5
      11.2;0.28;0.56;1.9;0.075;17;60;0.998;3.16;0.58;9.8;6
      7.4;0.7;0;1.9;0.076;11;34;0.9978;3.51;0.56;9.4;5
      7.4;0.66;0;1.8;0.075;13;40;0.9978;3.51;0.56;9.4;5
      7.9;0.6;0.06;1.6;0.069;15;59;0.9964;3.3;0.46;9.4;5
      7.3;0.65;0;1.2;0.065;15;21;0.9946;3.39;0.47;10;7
      7.8;0.58;0.02;2;0.073;9;18;0.9968;3.36;0.57;9.5;7
      7.5;0.5;0.36;6.1;0.071;17;102;0.9978;3.35;0.8;10.5;5
      """;

  private TableExtracts() {}
}
