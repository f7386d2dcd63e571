namespace HyperVLab.Engine.Storage;

/// <summary>A route without its figures.</summary>
internal readonly record struct VolumeWay(VolumeAccess Access, VolumeRouteReason Reason, bool IsPaused);
