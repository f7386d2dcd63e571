BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -AllowManagementOS $false | Out-Null
    $vm = New-LabVM web01 -SwitchName VMs
}

AfterAll { Remove-Lab Lab }

Describe 'Network adapters of virtual machines' {
    It 'are listed by machine or all, in the real columns' {
        $adapter = Get-LabVMNetworkAdapter web01
        $adapter | Should -BeOfType HyperVLab.Objects.VMNetworkAdapter
        $adapter.Name | Should -Be 'Network Adapter'
        $adapter.SwitchName | Should -Be 'VMs'
        $adapter.Connected | Should -BeTrue
        $adapter.MacAddress | Should -Be '000000000000'
        $text = $adapter | Format-Table | Out-String -Width 200
        foreach ($column in 'Name', 'IsManagementOs', 'VMName', 'SwitchName', 'MacAddress', 'Status', 'IPAddresses') {
            $text | Should -BeLike "*$column*"
        }
        Get-LabVMNetworkAdapter -All | Should -HaveCount 1
    }

    It 'are added and removed while the machine is off' {
        (Add-LabVMNetworkAdapter web01 -Name Backup -StaticMacAddress 00-15-5D-00-00-01 -Passthru).MacAddress |
            Should -Be '00155D000001'
        $vm | Add-LabVMNetworkAdapter -IsLegacy $true -Name Old
        Get-LabVMNetworkAdapter web01 | Should -HaveCount 3
        Get-LabVMNetworkAdapter web01 -IsLegacy $true | Should -HaveCount 1
        $vm.NetworkAdapters[1].Name | Should -Be 'Backup'
        Get-LabVMNetworkAdapter web01 Back* | Remove-LabVMNetworkAdapter
        Remove-LabVMNetworkAdapter web01 -Name Old
        Get-LabVMNetworkAdapter web01 | Should -HaveCount 1
        { Remove-LabVMNetworkAdapter web01 -Name Old -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.RemoveLabVMNetworkAdapterCommand'
    }

    It 'get an address of their host when the machine starts' {
        Start-LabVM web01
        (Get-LabVMNetworkAdapter web01).MacAddress | Should -Match '^00155D[0-9A-F]{6}$'
        { Add-LabVMNetworkAdapter web01 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.AddLabVMNetworkAdapterCommand'
    }

    It 'are disconnected and connected while the machine runs' {
        (Disconnect-LabVMNetworkAdapter web01 -Passthru).Connected | Should -BeFalse
        { Connect-LabVMNetworkAdapter web01 -SwitchName missing -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.ConnectLabVMNetworkAdapterCommand'
        (Get-LabVMNetworkAdapter web01 | Connect-LabVMNetworkAdapter -SwitchName VMs -Passthru).SwitchName |
            Should -Be 'VMs'
    }

    It 'keep a static address' {
        Stop-LabVM web01 -TurnOff
        $set = Set-LabVMNetworkAdapter web01 -StaticMacAddress 00155D0A0B0C -Passthru
        $set.DynamicMacAddressEnabled | Should -BeFalse
        (Set-LabVMNetworkAdapter web01 -DynamicMacAddress -Passthru).DynamicMacAddressEnabled | Should -BeTrue
        { Set-LabVMNetworkAdapter web01 -StaticMacAddress nonsense -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.SetLabVMNetworkAdapterCommand'
    }

    It 'change nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Add-LabVMNetworkAdapter web01 -WhatIf
        Set-LabVMNetworkAdapter web01 -DynamicMacAddress -WhatIf
        Remove-LabVMNetworkAdapter web01 -WhatIf
        Connect-LabVMNetworkAdapter web01 -SwitchName VMs -WhatIf
        Disconnect-LabVMNetworkAdapter web01 -WhatIf
        Set-LabVMNetworkAdapterVlan web01 -Untagged -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'VLANs of network adapters' {
    It 'are set and shown' {
        $set = Set-LabVMNetworkAdapterVlan web01 -Access -VlanId 7 -Passthru
        $set.OperationMode | Should -Be 'Access'
        $set.AccessVlanId | Should -Be 7
        (Get-LabVMNetworkAdapterVlan web01).AccessVlanId | Should -Be 7
        Get-LabVMNetworkAdapterVlan web01 | Out-String | Should -BeLike '*VMNetworkAdapterName*Mode*VlanList*'
        $vm | Set-LabVMNetworkAdapterVlan -Untagged
        (Get-LabVMNetworkAdapter web01).VlanSetting.OperationMode | Should -Be 'Untagged'
    }

    It 'are refused out of range' {
        { Set-LabVMNetworkAdapterVlan web01 -Access -VlanId 4095 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.SetLabVMNetworkAdapterVlanCommand'
    }
}
