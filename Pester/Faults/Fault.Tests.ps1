BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Faults of a lab' {
    AfterEach { Get-LabFault | Remove-LabFault }

    It 'take the power of a host, and give it back after a while' {
        $fault = Add-LabFault HostPowerLoss HVR2NODO2 -Duration 300
        $fault.State | Should -Be Active
        (Get-LabHost HVR2NODO2).State | Should -Be Off
        (Get-LabHost HVR2NODO2).HasPower | Should -BeFalse
        { Start-LabHost HVR2NODO2 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Hosts.StartLabHostCommand'
        Step-LabClock -Seconds 600
        $fault.State | Should -Be Ended
        (Get-LabHost HVR2NODO2).State | Should -Be Running
    }

    It 'wait for their moment or for Invoke-LabFault, and are told of in the log' {
        $name = (Get-LabNetAdapter -ComputerName HVR2NODO2 -Physical)[0].Name
        $fault = Add-LabFault AdapterDown HVR2NODO2 -NetAdapterName $name -Name Card -Armed
        $fault.State | Should -Be Armed
        (Invoke-LabFault Card -Passthru).State | Should -Be Active
        { Invoke-LabFault Card -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Faults.InvokeLabFaultCommand'
        Get-LabFault -State Active -Kind AdapterDown -ComputerName HVR2NODO2 | Should -HaveCount 1
        Remove-LabFault Card
        Get-LabFault | Should -BeNullOrEmpty
        (Get-LabEvent Faults -ComputerName HVR2NODO2).Message | Should -Contain $(
            "Fault 'Card' ended: network adapter failure of HVR2NODO2 $name.")
    }

    It 'come from the pipeline of hosts' {
        Get-LabHost HVR2NODO* | Add-LabFault AllPathsDown | Should -HaveCount 2
        (Get-LabStoragePath).State | Should -Not -Contain 'Up'
        Get-LabFault | Remove-LabFault
        (Get-LabStoragePath).State | Should -Not -Contain 'Down'
    }

    It 'impair the network between computers' {
        $fault = Add-LabFault NetworkPartition HVR2NODO1 -ToComputerName HVR2NODO2 -OneWay
        $fault.Target | Should -Be 'HVR2NODO1 towards HVR2NODO2'
        Step-LabClock -Seconds 60
        (Get-LabClusterNode).State | Should -Contain 'Down'
        Remove-LabFault $fault.Name
        (Add-LabFault NetworkLoss HVR2NODO1 -LossPercent 10).State | Should -Be Active
        (Add-LabFault NetworkDelay HVR2NODO1 -Delay 0.2).State | Should -Be Active
        (Add-LabFault AgentUnreachable HVR2NODO1).State | Should -Be Active
        (Get-LabHost HVR2NODO1).AgentAnswers | Should -BeFalse
    }

    It 'let guests hang and virtual machines quit' {
        Step-LabClock -Seconds 300
        Start-LabVM web01
        Step-LabClock -Seconds 120
        Step-LabClock -Seconds 120
        Add-LabFault GuestHang -VMName web01 -Name Hang | Out-Null
        (Get-LabVM web01).Heartbeat | Should -Be LostCommunication
        Remove-LabFault Hang
        (Get-LabVM web01).Heartbeat | Should -Be OkApplicationsUnknown
        Add-LabFault VMCrash -VMName web01 | Out-Null
        (Get-LabEvent Hyper-V-VMMS).Message | Should -Contain "'web01' has quit unexpectedly."
    }

    It 'let a host hang: its links are up, but it answers nobody until it goes on or is stopped' {
        Step-LabClock -Seconds 300
        $hvr = Get-LabHost HVR2NODO2
        Add-LabFault HostHang HVR2NODO2 -Name Stuck | Out-Null
        $hvr.State | Should -Be Running
        $hvr.IsHung | Should -BeTrue
        { Restart-LabHost HVR2NODO2 -ErrorAction Stop } | Should -Throw -ErrorId 'CannotConnect,*'
        Remove-LabFault Stuck
        $hvr.IsHung | Should -BeFalse
        $fault = Add-LabFault HostHang HVR2NODO2
        Step-LabClock -Seconds 61
        $fault.State | Should -Be Ended
        Step-LabClock -Seconds 600
        (Get-LabEvent BugCheck -ComputerName HVR2NODO2).Message | Should -Match '0x0000009e'
        (Get-LabCluster).HangRecoveryAction | Should -Be 3
    }

    It 'take a LUN away, from everybody or from some, and give it back' {
        $lun = (Get-LabLun | Where-Object IsClustered)[0]
        Add-LabFault LunLost -Lun $lun.Name -Name Gone | Out-Null
        $lun.IsLost | Should -BeTrue
        Remove-LabFault Gone
        $lun.IsLost | Should -BeFalse
        $fault = Add-LabFault LunLost HVR2NODO2 -Lun $lun.Name
        $lun.LostTo | Should -Be HVR2NODO2
        $fault.Target | Should -Be "$($lun.Name) from HVR2NODO2"
        (Get-LabEvent Faults -ComputerName HVR2NODO2).Message |
            Should -Contain "Fault '$($fault.Name)' began: loss of a logical unit of $($lun.Name) from HVR2NODO2."
    }

    It 'let a guest stop that is without its disk for a minute' {
        Step-LabClock -Seconds 600
        if ((Get-LabVM web01).State -ne 'Running') { Start-LabVM web01 }
        Step-LabClock -Seconds 120
        $lun = (Get-LabLun | Where-Object IsSharedVolume)[0]
        Add-LabFault LunLost -Lun $lun.Name -Duration 30 | Out-Null
        Step-LabClock -Seconds 120
        @((Get-LabEvent Hyper-V-VMMS).Message) -match '0x7A' | Should -BeNullOrEmpty
        Add-LabFault LunLost -Lun $lun.Name | Out-Null
        Step-LabClock -Seconds 61
        @((Get-LabEvent Hyper-V-VMMS).Message) -match '0x7A' | Should -Not -BeNullOrEmpty
        { Set-LabVM web01 -AutomaticCriticalErrorAction Pause -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,*'
    }

    It 'exhaust the pool of a LUN, slow it down and let its transfers fail' {
        $lun = (Get-LabLun | Where-Object IsSharedVolume)[0]
        Add-LabFault LunFull -Lun $lun.Name -Name Full | Out-Null
        $lun.IsFull | Should -BeTrue
        $path = (Get-LabClusterSharedVolume)[0].SharedVolumeInfo.FriendlyVolumeName
        { New-LabVHD "$path\more.vhd" 1GB -ComputerName HVR2NODO1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,*'
        Remove-LabFault Full
        Add-LabFault SlowIO -StorageArray $lun.StorageArray -Delay 0.2 | Out-Null
        Add-LabFault IOErrors -Lun $lun.Name -ErrorPercent 5 | Out-Null
        $lun.FaultDelay.TotalMilliseconds | Should -Be 200
        $lun.FaultErrorPercent | Should -Be 5
    }

    It 'begin with what they wait for' {
        $fault = Add-LabFault AgentUnreachable HVR2NODO1 -OnLog 'network partition' -Duration 60
        $fault.State | Should -Be Armed
        Add-LabFault NetworkPartition HVR2NODO2 -Duration 1 | Out-Null
        Step-LabClock -Seconds 10
        $fault.State | Should -Be Active
        Step-LabClock -Seconds 120
        $fault.Occurrences | Should -Be 1
        { Add-LabFault AgentUnreachable HVR2NODO1 -Skip 2 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Faults.AddLabFaultCommand'
    }

    It 'are not added under -WhatIf' {
        Add-LabFault HostCrash HVR2NODO2 -WhatIf
        Get-LabFault | Should -BeNullOrEmpty
    }

    It 'are refused where targets do not fit the kind' {
        $id = 'InvalidParameter,HyperVLab.Commands.Faults.AddLabFaultCommand'
        { Add-LabFault HostCrash -ErrorAction Stop } | Should -Throw -ErrorId $id
        { Add-LabFault HostCrash HVR2NODO2 -Duration 5 -ErrorAction Stop } | Should -Throw -ErrorId $id
        { Add-LabFault WitnessLost HVR2NODO2 -ErrorAction Stop } | Should -Throw -ErrorId $id
        { Get-LabFault nope -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Faults.GetLabFaultCommand'
    }
}
