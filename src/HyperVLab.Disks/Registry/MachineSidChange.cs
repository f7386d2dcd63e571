namespace HyperVLab.Disks.Registry;

/// <summary>What a change of a computer's security identifier has changed in one hive.</summary>
/// <param name="Values">How many values hold it in their data.</param>
/// <param name="Keys">How many keys have it in their names.</param>
/// <param name="SecurityDescriptors">How many security descriptors of keys name it.</param>
public sealed record MachineSidChange(int Values, int Keys, int SecurityDescriptors);
