namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A server's load in one hour.</summary>
/// <param name="ProcessorPermille">Its processors' mean use, in thousandths.</param>
/// <param name="Operations">Disk operations a second.</param>
/// <param name="Kilobits">Network traffic in kbit/s.</param>
public readonly record struct LoadSample(int ProcessorPermille, int Operations, int Kilobits);
