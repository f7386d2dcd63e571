using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>What StatusInformation says of failures.</summary>
internal static class FailureStatus
{
    /// <summary>What a resource shows that failed with an error.</summary>
    public static ClusterResourceStatusInformation Of(LabError error) =>
        error == VMErrors.NotEnoughMemory ? ClusterResourceStatusInformation.InsufficientMemory
        : error == VMErrors.TooManyProcessors || error == VMErrors.TooManyProcessorsForHost
            ? ClusterResourceStatusInformation.InsufficientCpu
        : error == ClusterErrors.HeartbeatLost ? ClusterResourceStatusInformation.EmbeddedFailure
        : error == ClusterErrors.AddressOnNoNetwork || error == ClusterErrors.AddressLost
            || error == ClusterErrors.ShareNotReached ? ClusterResourceStatusInformation.NetworkFailure
        : error == ClusterErrors.DiskNotReached || error == ClusterErrors.WitnessGone
            || error == GroupErrors.NowhereToGo || error == VMErrors.DiskMissing
            ? ClusterResourceStatusInformation.InsufficientResources
        : ClusterResourceStatusInformation.None;

    /// <summary>What a group shows because of its resources.</summary>
    public static ClusterApplicationStatusInformation Of(ClusterResourceStatusInformation resource)
    {
        const ClusterResourceStatusInformation Lacking = ClusterResourceStatusInformation.InsufficientCpu
            | ClusterResourceStatusInformation.InsufficientMemory
            | ClusterResourceStatusInformation.InsufficientResources;
        return ((resource & Lacking) != 0
                ? ClusterApplicationStatusInformation.PhysicalResourcesLacking
                : ClusterApplicationStatusInformation.None)
            | (resource.HasFlag(ClusterResourceStatusInformation.NetworkFailure)
                ? ClusterApplicationStatusInformation.NetworkFailure
                : ClusterApplicationStatusInformation.None)
            | (resource.HasFlag(ClusterResourceStatusInformation.EmbeddedFailure)
                ? ClusterApplicationStatusInformation.EmbeddedFailure
                : ClusterApplicationStatusInformation.None);
    }
}
