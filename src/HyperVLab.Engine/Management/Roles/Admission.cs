using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What the door says to a request that it lets in.</summary>
/// <param name="Acting">
/// Who carries the request out: the caller himself, or for members of user roles the service of their server, which
/// reaches what it manages without them.
/// </param>
/// <param name="Rights">The caller's rights; null where he may all.</param>
internal sealed record Admission(LabCaller Acting, CallerRights? Rights);
