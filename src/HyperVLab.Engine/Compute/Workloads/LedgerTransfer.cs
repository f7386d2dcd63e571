namespace HyperVLab.Engine.Compute;

/// <summary>A transfer between two accounts.</summary>
internal readonly record struct LedgerTransfer(int From, int To, long Amount);
