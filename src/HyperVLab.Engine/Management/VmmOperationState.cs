namespace HyperVLab.Engine.Management;

/// <summary>How far an operation of Virtual Machine Manager is.</summary>
public enum VmmOperationState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It failed or was stopped, and can go on at the step where it was.</summary>
    Halted,
}
