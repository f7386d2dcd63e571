namespace HyperVLab.Engine;

/// <summary>
/// What a lower area tells the higher ones (power lost, path gone), as a record. It is handed on at once, in the fixed
/// order of the areas, and never stored.
/// </summary>
internal abstract record LabNotice;
