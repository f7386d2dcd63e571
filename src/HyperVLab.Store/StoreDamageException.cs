namespace HyperVLab.Store;

/// <summary>What a store keeps is not what was written.</summary>
/// <param name="message">What is wrong, as the end of a sentence.</param>
/// <param name="inner">What found it.</param>
public sealed class StoreDamageException(string message, Exception? inner = null) : Exception(message, inner);
