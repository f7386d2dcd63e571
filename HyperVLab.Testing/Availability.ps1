# What keeps a group from being highly available, in clauses of one sentence; nothing where it is.
function Get-LabAvailabilityLack([object] $Standing) {
    $vm = $Standing.Thing -is [HyperVLab.Objects.VirtualMachine] ? $Standing.Thing : $null
    $group = $vm ? (Get-LabClusterGroup | Where-Object VMId -EQ $vm.Id) : $Standing.Thing
    if ($group -isnot [HyperVLab.Objects.ClusterGroup]) {
        $group = $null
    }
    elseif ($group.VMId) {
        $vm = Get-LabVM -Id $group.VMId
    }

    if (-not $group) {
        return 'it is in no cluster'
    }

    if (-not $Standing.IsOnline) {
        return "it is $($Standing.State)"
    }

    $others = @(Get-LabClusterNode -Cluster "$($group.Cluster)" | Where-Object Name -NE "$($group.OwnerNode)")
    if (-not $others) {
        return "its cluster has no node but $($group.OwnerNode)"
    }

    $lacks = @($others | ForEach-Object { Get-LabNodeLack -Node $_ -Group $group -VM $vm })
    if ($lacks.Count -eq $others.Count) {
        "no other node could take it over from $($group.OwnerNode): $($lacks -join '; ')"
    }
}

# Why one node could not take a group over: the first reason; nothing where it could.
function Get-LabNodeLack($Node, $Group, $VM) {
    if ("$($Node.State)" -ne 'Up') {
        return "$($Node.Name) is $($Node.State)"
    }

    if (-not $VM) {
        return
    }

    $files = @($VM.Path) + @($VM.HardDrives.Path) -ne ''
    foreach ($volume in Get-LabClusterSharedVolume -Cluster "$($Group.Cluster)") {
        $route = $volume.SharedVolumeInfo.Access | Where-Object Node -EQ $Node.Name
        $isUsed = $files -like "$($volume.FriendlyVolumeName)*"
        if ($isUsed -and "$($route.State)" -in 'Unavailable', 'Paused') {
            return "$($Node.Name) does not reach $($volume.FriendlyVolumeName)"
        }
    }

    $switches = @(Get-LabVMSwitch -ComputerName $Node.Name).Name
    $absent = @($VM.NetworkAdapters.SwitchName | Where-Object { $_ -and $_ -notin $switches })
    if ($absent) {
        return "$($Node.Name) has no switch '$($absent[0])'"
    }

    $free = (Get-LabHost $Node.Name).MemoryAvailableBytes
    if ($free -lt $VM.MemoryStartup) {
        $left, $need = $free, $VM.MemoryStartup | ForEach-Object { [math]::Round($_ / 1GB, 1) }
        "$($Node.Name) has $left GB of memory left, and $need GB are needed"
    }
}
