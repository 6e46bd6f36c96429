namespace Orleans;

public interface IGrain;

public interface IGrainWithStringKey : IGrain;
