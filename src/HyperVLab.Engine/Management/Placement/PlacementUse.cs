namespace HyperVLab.Engine.Management;

/// <summary>What is used of a host, each from 0 to 1 of what its reserves leave.</summary>
/// <param name="Cpu">Of its processors.</param>
/// <param name="Memory">Of its memory.</param>
/// <param name="Disk">Of what its disks take.</param>
/// <param name="Network">Of what its adapters carry.</param>
internal readonly record struct PlacementUse(double Cpu, double Memory, double Disk, double Network);
