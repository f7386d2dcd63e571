namespace HyperVLab.Engine.Management;

/// <summary>What placement strives for, by the names of Virtual Machine Manager.</summary>
public enum PlacementGoal
{
    /// <summary>Loads are spread: the host with the most left is the best.</summary>
    LoadBalance,

    /// <summary>Hosts are filled one after another (2008 R2: resource maximization): the fullest is the best.</summary>
    Consolidate,
}
