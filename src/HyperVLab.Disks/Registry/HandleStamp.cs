namespace HyperVLab.Disks.Registry;

/// <summary>The cell that an object of the caller stands for, and when it was given out.</summary>
/// <param name="Offset">Where the cell stands in the bins.</param>
/// <param name="Moment">How many cells had been given back by then.</param>
internal readonly record struct HandleStamp(int Offset, long Moment);
