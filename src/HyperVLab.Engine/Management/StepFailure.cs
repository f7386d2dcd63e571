using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Why a step of an operation failed.</summary>
/// <param name="Error">The error.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Arguments">The arguments of its text.</param>
internal sealed record StepFailure(LabError Error, string Target, params string[] Arguments);
